/** The words of the API that the pages use, out of the types generated from docs/api/openapi.json. */
import type { components } from '@namesake/client';

type Schemas = components['schemas'];

/** A picture is there; the pages need not know what was measured in it. */
interface Received {
  receivedAt: string;
}

type ReceivedDocument = Omit<Schemas['ReceivedDocument'], 'face'>;

export type Application = Omit<Schemas['Application'], 'document' | 'selfie'> & {
  document: ReceivedDocument | null;
  selfie: Received | null;
};
export type ApplicationState = Application['state'];
export type Service = NonNullable<Application['service']>;
export type Locale = Application['locale'];
export type Decision = Schemas['Decision'];
export type Reason = Schemas['Reason'];
export type CreatedApplication = Schemas['CreatedApplication'];
export type CaptureSession = Schemas['CaptureSession'];
export type ConsentText = Schemas['ConsentText'];
export type DocumentFields = Schemas['DocumentFields'];
export type DocumentReading = Schemas['DocumentReading'];
/** What is said of a live frame, of a face or of a document. */
export type FrameAssessment = Pick<Schemas['SelfieAssessment'], 'usable' | 'hints'>;
export type SelfieAssessment = Pick<Schemas['SelfieAssessment'], 'usable' | 'hints'>;
export type WalletRequest = Schemas['WalletRequest'];
export type WalletRequestStanding = Schemas['WalletRequestStanding'];
export type Challenge = Schemas['Challenge'];
export type ChallengeResult = Schemas['ChallengeResult'];
export type CameraFacts = Schemas['CameraFacts'];
export type Movement = Challenge['movements'][number];
/** What the person before the camera is asked for. */
export type Prompt = 'LOOK_STRAIGHT' | Movement;
export type Line = Schemas['Line'];
export type LineLimit = Line['limits'][number];
export type HolderSession = Schemas['HolderSession'];
export type MyLines = Schemas['MyLines'];
export type MyLine = Schemas['MyLine'];
export type MyEndedLine = Schemas['MyEndedLine'];
export type MyLineMatter = Schemas['MyLineMatter'];
export type LineUserKind = Schemas['MyLineUser']['kind'];
export type MyDispute = Schemas['MyDispute'];
export type Passkey = Schemas['Passkey'];
export type PasskeyCeremony = Schemas['PasskeyCeremony'];
export type MyAuthorization = Schemas['MyAuthorization'];
export type MyAuthorizationAnswered = Schemas['MyAuthorizationAnswered'];
export type MyConsent = Schemas['MyConsent'];
export type MyDisclosure = Schemas['MyDisclosure'];
export type MyDisclosures = Schemas['MyDisclosures'];
export type MyTransfer = Schemas['MyTransfer'];
export type OfferedLine = Schemas['OfferedLine'];
export type TransferOffer = Schemas['TransferOffer'];
export type Claim = MyDispute['claim'];
export type Hearing = Schemas['Hearing'];
export type Dispute = Schemas['Dispute'];
export type DisputeFile = Schemas['DisputeFile'];
export type DisputeCode = NonNullable<Dispute['decision']>;
export type LookReason = NonNullable<Schemas['LookReason']['reason']>;
export type RetentionRule = Schemas['RetentionRule'];
export type PersonalErasure = Schemas['PersonalErasure'];
export type TransparencyMonth = Schemas['TransparencyMonth'];
export type LinkedNotice = Schemas['LinkedNotice'];
export type MoreTime = LinkedNotice['extensionsPossible'][number];
export type Appointment = Schemas['Appointment'];
export type Attestation = Schemas['NewAttestation'];
export type ReviewAgreement = Schemas['ReviewAgreement'];
export type ReviewCase = Schemas['ReviewCase'];
export type ReviewCode = NonNullable<Schemas['ReviewDecision']['code']>;
export type ReviewEvidence = Schemas['ReviewEvidence'];
export type ReviewLook = Schemas['ReviewLook'];
export type ReviewLooks = Schemas['ReviewLooks'];
export type ReviewPicture = ReviewEvidence['pictures'][number];
export type ReviewQueue = Schemas['ReviewQueue'];
export type ReviewReason = ReviewLook['reason'];
export type StaffSelf = Schemas['StaffSelf'];
export type StaffMember = Schemas['StaffMember'];
export type StaffCreated = Schemas['StaffCreated'];
export type StaffRole = StaffSelf['roles'][number];
export type ReviewSkill = ReviewCase['skill'];
export type SeedTruth = NonNullable<Schemas['NewReviewSeeds']['truth']>;
export type Remediation = Schemas['Remediation'];
export type RemediationPhase = Remediation['phase'];
export type RemediationToDecide = Schemas['RemediationToDecide'];
export type RemediationReason = NonNullable<Schemas['RemediationDecision']['reason']>;
export type AppealReason = NonNullable<Schemas['RemediationAppealDecision']['reason']>;
export type Letter = Schemas['Letter'];
export type Campaign = Schemas['Campaign'];
export type NewCampaign = Schemas['NewCampaign'];
export type OperatorTransfer = Schemas['OperatorTransfer'];
export type VetoReason = NonNullable<Schemas['TransferVeto']['reason']>;
export type MyOrganisation = Schemas['MyOrganisation'];
export type OrganisationCase = Schemas['OrganisationCase'];
export type OrganisationEntry = Schemas['OrganisationEntry'];
export type OrganisationEvidence = NonNullable<Schemas['OrganisationDecision']['evidence']>;
export type OrganisationRefusal = NonNullable<Schemas['OrganisationDecision']['refusal']>;
export type AuditCheckpoint = Schemas['AuditCheckpoint'];
export type WebhookEndpoint = Schemas['WebhookEndpoint'];
export type CreatedWebhookEndpoint = Schemas['CreatedWebhookEndpoint'];
export type RotatedSecret = Schemas['RotatedWebhookSecret'];
export type Delivery = Schemas['WebhookDelivery'];
export type Sample = Schemas['Sample'];
export type Demo = Schemas['Demo'];

export const services: readonly Service[] = ['MOBILE', 'FIXED', 'INTERNET'];

export const applicationStates: readonly ApplicationState[] = [
  'CREATED',
  'CONSENTED',
  'SUBMITTED',
  'VERIFIED',
  'REFUSED',
  'REVIEW',
  'EXPIRED',
];
export type StaffBrowser = Schemas['StaffBrowser'];
export type StaffInvitation = Schemas['StaffInvitation'];
export type StaffInvitationOpened = Schemas['StaffInvitationOpened'];
export type StaffReady = Schemas['StaffReady'];
export type StaffSession = Schemas['StaffSession'];
export type StaffSignedIn = Schemas['StaffSignedIn'];
export type StaffIssuer = Schemas['StaffIssuer'];
export type StaffPasskeyCeremony = Schemas['StaffPasskeyCeremony'];
export type StaffPasskey = Schemas['StaffPasskey'];
export type StaffFactors = Schemas['StaffFactors'];
export type StaffAppSecret = Schemas['StaffAppSecret'];
