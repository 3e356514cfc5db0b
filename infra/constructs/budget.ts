/** A monthly budget over everything that carries our tag; says so at 80 % spent and at 100 % foreseen. */
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** On every resource; to be activated once as a cost allocation tag. */
export const PROJECT_TAG = "project";
export const projectTag = ({ stage }: Settings): string => `gruenverbund-${stage}`;

export function budget(scope: Construct, settings: Settings): CfnBudget {
  const { stage, budgetUsd, alarmMail } = settings;
  const notify = (notificationType: string, threshold: number) => ({
    notification: { notificationType, comparisonOperator: "GREATER_THAN", threshold, thresholdType: "PERCENTAGE" },
    subscribers: [{ subscriptionType: "EMAIL", address: alarmMail! }],
  });
  return new CfnBudget(scope, "Budget", {
    budget: {
      budgetName: `gruenverbund-${stage}`,
      budgetType: "COST",
      timeUnit: "MONTHLY",
      budgetLimit: { amount: budgetUsd, unit: "USD" },
      costFilters: { TagKeyValue: [`user:${PROJECT_TAG}$${projectTag(settings)}`] },
    },
    ...(alarmMail === undefined
      ? {}
      : { notificationsWithSubscribers: [notify("ACTUAL", 80), notify("FORECASTED", 100)] }),
  });
}
