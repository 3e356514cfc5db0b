/** Fields of the cursor with which a placement drives on from a label. */
export const METRES = 0;
export const WORK = 1;
export const TIME = 2;
export const SINCE = 3;
export const DRIVING = 4;
export const EXTRA = 5;
export const HALF = 6;
