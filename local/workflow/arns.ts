/** Names of machines and executions as the Step Functions API writes them. No region and no account stand behind them. */
const PREFIX = "arn:aws:states:local:000000000000";

export const machineArn = (machine: string): string => `${PREFIX}:stateMachine:${machine}`;
export const executionArn = (machine: string, name: string): string => `${PREFIX}:execution:${machine}:${name}`;

export function parseMachineArn(arn: string): string | undefined {
  return /^arn:aws:states:[^:]*:\d{12}:stateMachine:([^:]+)$/.exec(arn)?.[1];
}

export function parseExecutionArn(arn: string): { machine: string; name: string } | undefined {
  const [, machine, name] = /^arn:aws:states:[^:]*:\d{12}:execution:([^:]+):([^:]+)$/.exec(arn) ?? [];
  return machine === undefined || name === undefined ? undefined : { machine, name };
}
