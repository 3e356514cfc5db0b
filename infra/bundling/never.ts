/** Stands for what the SDK loads in browsers only. */
export default {};
