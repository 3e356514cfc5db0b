/** Who may sign in: people in groups that name role and region (domain/access.ts), machines by client credentials. The pages' client is signInClient.ts. */
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolClient,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { formatGrant, type Role } from "../../domain/access.ts";
import { acknowledge } from "../acknowledge.ts";
import type { Settings } from "../settings.ts";

/** Roles for a whole region. Those of one municipality come with its users: docs/cloud.md. */
const REGION_ROLES: readonly Role[] = ["dispatcher", "finance", "admin"];
/** What a machine may be allowed to do: in its token as `gruenverbund/dispatcher:saarlouis`. */
const MACHINE_ROLES: readonly Role[] = ["dispatcher"];

export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly machines: UserPoolClient;

  constructor(scope: Construct, settings: Settings) {
    super(scope, "SignIn");
    const { stage, regions, retain } = settings;
    this.pool = new UserPool(this, "Pool", {
      userPoolName: `gruenverbund-${stage}`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: retain,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(this.pool, {
      "AwsSolutions-COG2":
        "A building yard reports with gloves on; a second factor is offered to all and asked for where something is decided.",
      "AwsSolutions-COG8":
        "Threat protection of the Plus plan costs by the user each month; accounts are made by administrators only.",
    });
    this.pool.addDomain("Domain", {
      cognitoDomain: { domainPrefix: `gruenverbund-${stage}-${settings.mailDomain.replaceAll(".", "-")}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const grants = (roles: readonly Role[]) =>
      regions.flatMap((region) => roles.map((role) => formatGrant({ role, region })));
    for (const groupName of grants(REGION_ROLES))
      new CfnUserPoolGroup(this, groupName.replace(":", "-"), { userPoolId: this.pool.userPoolId, groupName });
    const scopes = grants(MACHINE_ROLES).map(
      (scopeName) => new ResourceServerScope({ scopeName, scopeDescription: `Machine: ${scopeName}` }),
    );
    const server = this.pool.addResourceServer("Machines", { identifier: "gruenverbund", scopes });
    this.machines = this.pool.addClient("MachineClient", {
      userPoolClientName: "machines",
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: scopes.map((scope) => OAuthScope.resourceServer(server, scope)),
      },
      accessTokenValidity: Duration.hours(1),
    });
  }
}
