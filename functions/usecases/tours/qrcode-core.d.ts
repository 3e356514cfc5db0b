/** The part of qrcode that makes the modules; @types/qrcode describes the whole package only. */
declare module "qrcode/lib/core/qrcode.js" {
  export { create } from "qrcode";
}
