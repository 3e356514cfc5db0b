/** The pages as Cognito knows them: code flow with PKCE, back to the one address under which people find them. */
import { Duration } from "aws-cdk-lib";
import {
  CfnManagedLoginBranding,
  OAuthScope,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  type IUserPool,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { CALLBACK } from "../../web/signIn.ts";

export class SignInClient extends Construct {
  readonly client: UserPoolClient;

  /** @param origin `https://…`, without a path */
  constructor(scope: Construct, userPool: IUserPool, origin: string) {
    super(scope, "SignInClient");
    this.client = new UserPoolClient(this, "People", {
      userPool,
      userPoolClientName: "people",
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${origin}${CALLBACK}`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      // A working day, as with the embedded provider. Pages ask for no new token without the person, so that a refresh token is of no use.
      accessTokenValidity: Duration.hours(8),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(8),
      preventUserExistenceErrors: true,
    });
    // Without a look, Cognito has no page to sign in for a client; the older pages let whoever signed in before in without a password.
    new CfnManagedLoginBranding(this, "Look", {
      userPoolId: userPool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }
}
