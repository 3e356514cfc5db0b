import type { BillingWords } from "./shape.ts";

export const EN: BillingWords = {
  title: "Billing details",
  lead: "Under these names, addresses and accounts the municipalities invoice one another, and this is how the amounts are booked.",
  synthetic: "Example details",
  list: {
    head: "Municipalities",
    municipality: "municipality",
    invoices: "invoices",
    accounts: "accounts",
    complete: "complete",
    none: "no details yet",
    missing: "missing:",
    missingParts: { iban: "IBAN", contact: "contact", leitwegId: "Leitweg-ID" },
    profile: { own: "its own", shared: "as for all", example: "example accounts" },
  },
  terms: {
    head: "For all",
    lead: "Holds for every invoice of this region.",
    days: { label: "Days to pay", fault: "Please give a whole number from 1 to 90." },
    synthetic: {
      label: "Note that these are examples",
      help: "Stands on every invoice. Empty it when all details are real.",
      fault: "At most 300 characters.",
    },
    save: "Save",
  },
  party: {
    head: (name) => `Billing details of ${name}`,
    lead: "Every municipality needs an address and an electronic address. Whoever sends invoices needs an IBAN and a contact; whoever receives them, a Leitweg-ID.",
    groups: { address: "Address", payment: "Payment and delivery", tax: "VAT", contact: "Contact" },
    fields: {
      name: {
        label: "Name on invoices",
        help: "Such as Stadt Saarlouis.",
        fault: "The name is missing or too long. Please give 1 to 120 characters.",
      },
      street: {
        label: "Street and number",
        fault: "The street is missing or too long. Please give 1 to 120 characters.",
      },
      postalCode: { label: "Postal code", fault: "A postal code has five digits." },
      city: { label: "Town", fault: "The town is missing or too long. Please give 1 to 120 characters." },
      email: {
        label: "E-mail for invoices",
        fault: "This is no e-mail address. Please write it like invoice@town.example.",
      },
      iban: {
        label: "IBAN",
        help: "Spaces are allowed.",
        fault: "The IBAN is wrong: length or check digits do not fit. Please compare it with a bank statement.",
      },
      leitwegId: {
        label: "Leitweg-ID",
        help: "Digits, hyphen, identifier, hyphen, two check digits.",
        fault: "The Leitweg-ID is wrong: form or check digits do not fit. Please look it up at the invoice office.",
      },
      vatId: {
        label: "VAT id",
        help: "Or the tax number; needed only when the services are taxable.",
        fault: "A VAT id has the letters DE and nine digits.",
      },
      taxNumber: { label: "Tax number", fault: "The tax number is too long. Please give at most 120 characters." },
      contactName: {
        label: "Name or office",
        help: "Such as the treasurer’s office. Name, telephone and e-mail belong together: all three or none.",
        fault: "Name or office is missing. Please give it, or empty all three fields.",
      },
      contactPhone: {
        label: "Telephone",
        fault:
          "The telephone number is missing or has fewer than three digits. Please give it, or empty all three fields.",
      },
      contactEmail: {
        label: "E-mail",
        fault: "This is no e-mail address. Please give one, or empty all three fields.",
      },
    },
    save: "Save",
  },
  profile: {
    head: (format) => `Accounts for ${format}`,
    all: "all municipalities",
    lead: "What a settlement comes to is booked on these accounts. Without accounts of its own those of all hold, without them example accounts.",
    formats: { datev: "DATEV", csv: "CSV" },
    groups: { batch: "Booking batch", lines: "Expense by cost line", others: "Other accounts" },
    fields: {
      consultantNumber: {
        label: "Consultant number",
        fault: "The consultant number is a number from 1001 to 9999999.",
      },
      clientNumber: { label: "Client number", fault: "The client number is a number from 1 to 99999." },
      fiscalYearStart: {
        label: "First day of the fiscal year",
        help: "Month and day, such as 01-01.",
        fault: "Please give month and day, such as 01-01.",
      },
      accountLength: { label: "Length of accounts", fault: "Accounts have 4 to 8 digits." },
      costCentre: {
        label: "Cost centre",
        help: "{ags} stands for the municipality’s key.",
        fault: "A cost centre has at most 36 characters.",
      },
    },
    others: {
      estimation: "Estimation account",
      contribution: "Contributions (income)",
      provided: "Own vehicles, shredders, plants (income)",
      correction: "Corrections",
      clearing: "Clearing (contra account)",
    },
    accountFault: "An account has 1 to 9 digits.",
    tooLong: "The account has more digits than accounts are long.",
    save: "Save",
    remove: "Delete own accounts",
    removeLead: "Then the accounts of all municipalities hold again, or the example accounts.",
  },
  invoices: {
    head: "Invoices between municipalities",
    none: "No municipality drove, shredded or took material for another; there is nothing to invoice.",
    lead: "Whoever worked for others with vehicles, shredders or plants of its own is paid their part by them, as XRechnung.",
    issueLead:
      "Each invoice gets the next number of its issuer and never changes afterwards. After a correction, a corrected invoice follows.",
    issue: (count) => (count === 1 ? "Issue 1 invoice" : `Issue ${count} invoices`),
    done: "The invoices are issued and go out by mail. The table says how they arrive.",
    missing: (count) =>
      `${count === 0 ? "Nothing is issued" : count === 1 ? "1 invoice is issued, others are not" : `${count} invoices are issued, others are not`}: the billing details lack`,
    open: "not issued yet",
    kinds: { first: "invoice", corrected: "corrected invoice" },
    columns: { number: "number", kind: "kind", from: "from", to: "to", net: "net", sending: "sending" },
    paper: "to read (PDF)",
  },
  sending: {
    states: {
      open: "not sent",
      waiting: "being sent",
      sent: "sent",
      noAddress: "without a mail address",
      returned: "not delivered",
      acknowledged: "receipt confirmed",
    },
    sent: (date, to) => `sent on ${date} to ${to}`,
    returned: (date, cause) => `not delivered (${date}): ${cause}`,
    noAddress: "The municipality has no mail address for invoices.",
    mend: "Enter it in the billing details, then send again",
    acknowledged: (date) => `receipt confirmed on ${date}`,
    due: (date) => `payable until ${date}`,
    overdue: (date) => `Payment was due on ${date} and receipt is not confirmed: please ask.`,
    replaced: "replaced by a later one",
    buttons: { send: "Send", again: "Send again", acknowledge: "Confirm receipt" },
    done: {
      versandt: "The invoice is sent.",
      spaeter: "The mail cannot leave for now; it is tried again by itself.",
      schon: "Somebody else has done that already; this is how it stands.",
      eingang: "Receipt is confirmed.",
    },
  },
  summary: "Not saved yet. Please mend:",
  conflict:
    "Somebody else has changed these details meanwhile. What you typed still stands here; whoever saves it now overwrites the others:",
  back: "To all billing details",
  done: { saved: "The details are saved.", removed: "The own accounts are deleted." },
};
