import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

interface Schema {
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

const api = JSON.parse(readFileSync('../docs/api/openapi.json', 'utf8')) as {
  components: { schemas: Record<string, Schema> };
};

/** Where the API says a code of a closed list, and where the pages have their words for it. */
const lists: readonly (readonly [where: string, words: string])[] = [
  ['Reason.code', 'reason'],
  ['TransparencyReason.reason', 'reason'],
  ['ReviewCase.reasons', 'reason'],
  ['ReviewedCheck.code', 'check'],
  ['ReviewEvidence.doubts', 'doubt'],
  ['PastReviewLook.reason', 'cases.look.reason'],
  ['ReviewDecision.code', 'cases.code'],
  ['ReviewCase.skill', 'training.skill'],
  ['NewReviewSeeds.truth', 'training.truth'],
  ['Application.state', 'state'],
  ['Line.status', 'state'],
  ['MyLine.cause', 'myLines.cause'],
  ['MyLine.status', 'myLines.status'],
  ['MyLine.limits', 'myLines.limit'],
  ['MyDispute.claim', 'myLines.notMine.claims'],
  ['MyDispute.state', 'myLines.disputes.state'],
  ['Dispute.claim', 'staff.disputes.claim'],
  ['Dispute.state', 'staff.disputes.state'],
  ['Dispute.decision', 'staff.disputes.code'],
  ['LookReason.reason', 'staff.disputes.reason'],
  ['MyTransfer.state', 'transfer.state'],
  ['MyTransfer.kind', 'transfer.kind'],
  ['OperatorTransfer.state', 'transfer.state'],
  ['TransferVeto.reason', 'transfers.veto'],
  ['MyOrganisation.state', 'organisations.state'],
  ['OrganisationDecision.evidence', 'organisations.found'],
  ['OrganisationDecision.refusal', 'organisations.found'],
  ['Remediation.doubt', 'remediation.doubt'],
  ['Remediation.phase', 'remediation.phase'],
  ['RemediationDecision.reason', 'remediation.reason'],
  ['RemediationAppealDecision.reason', 'remediation.reason'],
  ['LinkedNotice.extensionsPossible', 'notice.causes'],
  ['Campaign.state', 'campaigns.state'],
  ['StaffSelf.roles', 'staff.role'],
  ['WebhookDelivery.status', 'delivery'],
  ['WebhookAttempt.error', 'attempt'],
];

function codes(where: string): string[] {
  const [schema = '', property = ''] = where.split('.');
  const found = api.components.schemas[schema]?.properties?.[property];
  return found?.enum ?? found?.items?.enum ?? [];
}

function sentence(texts: unknown, path: string): unknown {
  return path.split('.').reduce((tree, key) => (tree as Record<string, unknown> | undefined)?.[key], texts);
}

describe('every code that the API can say has words in both languages', () => {
  it.each(lists)('%s, under %s', (where, words) => {
    const said = codes(where);
    expect(said, 'the API lists its codes').not.toEqual([]);
    for (const texts of [en, zh]) {
      expect(said.filter((code) => typeof sentence(texts, `${words}.${code}`) !== 'string')).toEqual([]);
    }
  });

  it('says plainly that a line is in another name', () => {
    expect(en.reason.NOT_THE_HOLDER).toContain('another person’s name');
    expect(zh.reason.NOT_THE_HOLDER).toContain('他人名下');
  });
});
