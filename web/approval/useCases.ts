/** The use cases of an approval with their ports in hand. */
import { checkAmount } from "../../functions/usecases/agreements/amounts.ts";
import { readBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { certificateOf } from "../../functions/usecases/agreements/certificate.ts";
import { requestCode } from "../../functions/usecases/agreements/codes.ts";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import { exportBallot } from "../../functions/usecases/agreements/exportBallot.ts";
import type { FinishPorts } from "../../functions/usecases/agreements/finish.ts";
import { ask } from "../../functions/usecases/agreements/questions.ts";
import type { ReceiptPaper } from "../../functions/usecases/agreements/pdf/receiptPdf.ts";
import type { ApprovalActions } from "./actions.ts";

const drawReceipt = async (of: ReceiptPaper): Promise<Uint8Array> => {
  const { receiptPdf } = await import("../../functions/usecases/agreements/pdf/receiptPdf.ts");
  return receiptPdf(of);
};

export function approvalUseCases(ports: FinishPorts): ApprovalActions {
  return {
    read: (secret) => readBallot(ports, secret),
    checkAmount: (secret, typed) => checkAmount(ports, secret, typed),
    requestCode: (secret, typed) => requestCode(ports, secret, typed),
    decide: (secret, question) => decide({ ...ports, receiptPaper: drawReceipt }, secret, question),
    ask: (secret, question) => ask(ports, secret, question),
    file: (view, kind) => exportBallot(ports, view, kind),
    // Fonts and drawing are half a megabyte that most visits never need.
    paper: async (view, kind, language) => {
      const { paperOf } = await import("../../functions/usecases/agreements/papers.ts");
      return paperOf(view, kind, language);
    },
    certificate: (receiptId) => certificateOf(ports, receiptId),
  };
}
