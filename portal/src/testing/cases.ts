/** What a server with doubted lines and campaigns answers, for tests of the pages that show them. */
import type { Campaign, Letter, OperatorTransfer, Remediation } from '../api/types';

const at = '2026-11-23T10:00:00Z';

export const aRemediation: Remediation = {
  id: 'r1',
  line: '+8613800138000',
  lineId: 'l1',
  doubt: 'DOCUMENT_EXPIRED',
  reference: 'ticket-1',
  phase: 'AWAITING_DECISION',
  stage: 2,
  limits: ['OUTGOING'],
  extensions: ['TRAVEL'],
  appeals: 0,
  openedAt: at,
  changedAt: at,
  nextStepAt: null,
  settledCause: null,
  campaignId: null,
  notices: [
    {
      id: 'n1',
      kind: 'DOUBT',
      channel: 'SMS',
      status: 'DELIVERED',
      attempts: 1,
      createdAt: at,
      changedAt: at,
      error: null,
    },
  ],
  history: [
    { number: 1, event: 'OPENED', actor: 'OPERATOR', at, phase: 'NOTICE_DUE', stage: 0, cause: null },
  ],
};

export const aLetter: Letter = {
  id: 'p1',
  remediationId: 'r1',
  addressee: 'customer-77',
  language: 'en',
  subject: 'About your line',
  text: 'Please verify.\nThank you.',
  createdAt: at,
};

export const aTransfer: OperatorTransfer = {
  id: 't1',
  line: '+8613800138000',
  service: 'MOBILE',
  kind: 'HANDOVER',
  state: 'ACCEPTED',
  offeredAt: at,
  acceptedAt: at,
  dueAt: at,
  endedAt: null,
  vetoReason: null,
};

export const aCampaign: Campaign = {
  id: 'k1',
  name: 'Imported lines',
  state: 'RUNNING',
  createdAt: at,
  lines: 1000,
  asked: 250,
  pacePerDay: 100,
  contactCapacityPerDay: 20,
  contacts: 4,
  phases: [
    { phase: 'NOTIFIED', cases: 200 },
    { phase: 'SETTLED', cases: 50 },
    { phase: 'ENDED', cases: 0 },
  ],
  forecast: {
    contactRate: 0.3,
    contactsPerDay: 30,
    low: 22,
    high: 39,
    measured: false,
    withinCapacity: false,
    paceWithinCapacity: 51,
    daysLeft: 8,
  },
};
