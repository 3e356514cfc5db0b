/** What must outlive every other stack: the table, the files, the heads of the audit log, the accounts. */
import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { EXPIRY_ATTRIBUTE, tableShape } from "../../functions/adapters/dynamodb/tableShape.ts";
import { PHOTO_DAYS } from "../../domain/retention.ts";
import { acknowledge } from "../acknowledge.ts";
import { SignIn } from "../constructs/identity.ts";
import { bucketName } from "../names.ts";
import type { Settings } from "../settings.ts";

export class DataStack extends Stack {
  readonly key: Key;
  /** Signs published weeks; who checks one years later needs its public half. */
  readonly signingKey: Key;
  readonly table: TableV2;
  /** Of which the keys of links, codes and forms are derived. */
  readonly secret: Secret;
  /** Region folders, runs and plans. */
  readonly plans: Bucket;
  /** Heads of the audit log, which nobody can change before their time. */
  readonly audit: Bucket;
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    const { stage, retain, lock } = settings;
    const removalPolicy = retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.key = new Key(this, "Key", {
      description: `Grünverbund (${stage}): table, files, alarms`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsAndEvents",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    this.signingKey = new Key(this, "SigningKey", {
      description: `Grünverbund (${stage}): signs published weeks`,
      // What the adapter expects (functions/adapters/signer/kmsSigner.ts).
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    });
    this.secret = new Secret(this, "Secret", {
      description: `Grünverbund (${stage}): links, codes and forms of approvals. A new one makes all links that are out dead.`,
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    acknowledge(this.secret, {
      "AwsSolutions-SMG4":
        "Links must stay the same for as long as they are out; a rotation would make them dead unasked.",
    });
    this.table = tableFromShape(this, settings, this.key);
    const common: BucketProps = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy,
    };
    this.plans = new Bucket(this, "Plans", {
      ...common,
      bucketName: bucketName(this, stage, "plans"),
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      lifecycleRules: [
        {
          id: "superseded",
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(retain ? 365 : 30),
          expiredObjectDeleteMarker: true,
        },
        // The reconciler removes photos after PHOTO_DAYS; what it removed is gone a day later, and what it missed before long.
        ...["objects/photos/", "manifests/photos/"].map((prefix) => ({
          ...{ id: prefix, prefix, noncurrentVersionExpiration: Duration.days(1) },
          expiration: Duration.days(PHOTO_DAYS + 10),
        })),
      ],
    });
    this.audit = new Bucket(this, "Audit", {
      ...common,
      bucketName: bucketName(this, stage, "audit"),
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      objectLockEnabled: true,
    });
    // Years, which CDK's own retention cannot say.
    (this.audit.node.defaultChild as CfnBucket).objectLockConfiguration = {
      objectLockEnabled: "Enabled",
      rule: { defaultRetention: { mode: "COMPLIANCE", ...lock } },
    };
    // A version on top of another would hide it from whoever looks at names alone.
    this.audit.addToResourcePolicy(
      new PolicyStatement({
        sid: "PutOnlyWhereNothingIs",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["s3:PutObject"],
        resources: [this.audit.arnForObjects("*")],
        conditions: { Null: { "s3:if-none-match": "true" } },
      }),
    );
    for (const bucket of [this.plans, this.audit])
      acknowledge(bucket, {
        "AwsSolutions-S1":
          "Only our functions read and write here, and each request of theirs is logged by the API or the workflow; server access " +
          "logs would keep addresses we do not want.",
      });
    this.signIn = new SignIn(this, settings);
  }
}

/** The table that the adapter and its tests make from the same shape. */
function tableFromShape(scope: Construct, { stage, retain }: Settings, key: Key): TableV2 {
  const { KeySchema, GlobalSecondaryIndexes, TableName } = tableShape(`gruenverbund-${stage}`);
  const keysOf = (schema: typeof KeySchema) => {
    const nameOf = (type: string) => schema!.find(({ KeyType }) => KeyType === type)!.AttributeName!;
    return {
      partitionKey: { name: nameOf("HASH"), type: AttributeType.STRING },
      sortKey: { name: nameOf("RANGE"), type: AttributeType.STRING },
    };
  };
  return new TableV2(scope, "Table", {
    tableName: TableName!,
    ...keysOf(KeySchema),
    globalSecondaryIndexes: GlobalSecondaryIndexes!.map(({ IndexName, KeySchema: keys }) => ({
      indexName: IndexName!,
      ...keysOf(keys),
    })),
    billing: Billing.onDemand(),
    timeToLiveAttribute: EXPIRY_ATTRIBUTE,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryptionV2.customerManagedKey(key),
    deletionProtection: retain,
    removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}
