import {
  MessageRejected,
  SendEmailCommand,
  type SendEmailCommandInput,
  SendingPausedException,
  SESv2Client,
  TooManyRequestsException,
} from "@aws-sdk/client-sesv2";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, test } from "vitest";
import { sesMailer } from "../../functions/adapters/ses/sesMailer.ts";
import { mailerSuite, sampleMail, type MailerUnderTest } from "./mailerSuite.ts";

const meta = { $metadata: {}, message: "said SES" };

/** SES behind a mocked client: takes what it is sent, refuses and defers as it is told. */
function open() {
  const client = new SESv2Client({ region: "eu-central-1" });
  const inputs: SendEmailCommandInput[] = [];
  const refused = new Set<string>();
  let next: Error | undefined;
  const calls = mockClient(client);
  calls.on(SendEmailCommand).callsFake(async (input: SendEmailCommandInput) => {
    const fault = next;
    next = undefined;
    if (fault !== undefined) throw fault;
    if (input.Destination!.ToAddresses!.some((address) => refused.has(address))) throw new MessageRejected(meta);
    inputs.push(input);
    return { MessageId: `0107-${inputs.length}` };
  });
  const mailer = sesMailer(client, {
    from: { name: "Grünverbund", address: "touren@gruenverbund.example.org" },
    domain: "gruenverbund.example.org",
    configurationSetName: "gruenverbund-dev",
  });
  const under: MailerUnderTest = {
    mailer,
    received: () => Promise.resolve(inputs.map(({ Content }) => Content!.Raw!.Data!)),
    refuse: (address) => void refused.add(address),
    deferNext: () => void (next = new TooManyRequestsException(meta)),
  };
  return { ...under, inputs, fail: (error: Error) => void (next = error) };
}

describe("mail by SES", () => {
  mailerSuite(() => Promise.resolve(open()));

  test("a mail names its configuration set, its recipients and, as a tag, its id", async () => {
    const { mailer, inputs } = open();
    const to = [{ address: "alex@example.org" }, { name: "Bo", address: "bo@example.org" }];
    await mailer.send(sampleMail({ to }));
    expect(inputs).toMatchObject([
      {
        ConfigurationSetName: "gruenverbund-dev",
        EmailTags: [{ Name: "mail", Value: "saarlouis-2026-W48-tours" }],
        Destination: { ToAddresses: ["alex@example.org", "bo@example.org"] },
      },
    ]);
  });

  test("throttling, paused sending and time-outs are errors, so that the caller tries again", async () => {
    const timedOut = Object.assign(new Error("socket hang up"), { name: "TimeoutError" });
    for (const fault of [new TooManyRequestsException(meta), new SendingPausedException(meta), timedOut]) {
      const { mailer, fail } = open();
      fail(fault);
      await expect(mailer.send(sampleMail())).rejects.toMatchObject({ cause: fault });
    }
  });
});
