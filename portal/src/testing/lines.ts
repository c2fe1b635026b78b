/** What a server with somebody's lines answers, for tests of the pages that show them. */
import type {
  Dispute,
  DisputeFile,
  MyDisclosures,
  MyDispute,
  MyLine,
  MyLines,
  MyTransfer,
  StaffSelf,
} from '../api/types';
import { problem, type FakeServer } from './fakeServer';

const at = '2026-11-23T10:00:00Z';

export const aLine: MyLine = {
  id: 'l1',
  line: '+8613800138000',
  service: 'MOBILE',
  operator: 'Example Telecom',
  since: at,
  cause: 'APPLICATION',
  verifiedAt: at,
  status: 'ACTIVE',
  machine: false,
  organisationId: null,
  portedIn: null,
  limits: [],
  user: null,
  underWay: [],
};

export const aDispute: MyDispute = {
  id: 'd1',
  lineId: 'l1',
  claim: 'NEVER_TOOK_IT',
  state: 'OPEN',
  openedAt: at,
  dueAt: '2099-12-08T10:00:00Z',
  decision: null,
  explanation: null,
  appealUntil: null,
};

export const aTransfer: MyTransfer = {
  id: 't1',
  lineId: 'l1',
  line: '+8613800138000',
  operator: 'Example Telecom',
  kind: 'HANDOVER',
  side: 'GIVER',
  state: 'OFFERED',
  offeredAt: at,
  acceptedAt: null,
  dueAt: '2099-12-08T10:00:00Z',
  endedAt: null,
  refusal: null,
  veto: null,
};

/** The holder's side: each change answers as the contract says and shows in the next list. */
export class HolderServer {
  mine: MyLines = { verifiedAt: at, lines: [aLine], ended: [] };
  disputes: MyDispute[] = [];
  transfers: MyTransfer[] = [];
  disclosures: MyDisclosures = { consents: [], disclosures: [] };

  constructor(server: FakeServer) {
    const on = (call: string, change: () => unknown, status = 200) =>
      server.always.set(call, () => {
        const body = change();
        return body === undefined ? new Response(null, { status: 204 }) : Response.json(body, { status });
      });
    on('GET /v1/me/lines', () => this.mine);
    on('GET /v1/me/disputes', () => ({ disputes: this.disputes }));
    on('GET /v1/me/disclosures', () => this.disclosures);
    on('GET /v1/me/transfers', () => ({ transfers: this.transfers }));
    on('GET /v1/me/organisations', () => ({ organisations: [] }));
    on('DELETE /v1/me/transfers/t1', () => {
      this.transfers = this.transfers.map((one) => ({ ...one, state: 'WITHDRAWN' }));
    });
    on('DELETE /v1/me/session', () => undefined);
    on(
      'POST /v1/me/lines/l1/dispute',
      () => {
        this.disputes = [aDispute];
        const underWay = [{ caseId: 'd1', kind: 'DISPUTE', state: 'OPEN', nextStepAt: aDispute.dueAt }];
        this.#change({ status: 'LIMITED', limits: ['VERIFICATION_CODES'], underWay });
        return aDispute;
      },
      201,
    );
    on('POST /v1/me/disputes/d1/appeal', () => {
      this.disputes = [{ ...aDispute, state: 'APPEALED' }];
      return this.disputes[0];
    });
    on('POST /v1/me/disputes/d1/withdrawal', () => {
      this.disputes = [{ ...aDispute, state: 'WITHDRAWN' }];
      this.#change({ status: 'ACTIVE', limits: [], underWay: [] });
      return this.disputes[0];
    });
    on(
      'POST /v1/me/lines/l1/ending',
      () => {
        const { line, service } = aLine;
        const ended = { endingId: 'e1', line, service, endedAt: at, undoUntil: '2099-11-30T10:00:00Z' };
        this.mine = { ...this.mine, lines: [], ended: [ended] };
        return ended;
      },
      201,
    );
    on('DELETE /v1/me/endings/e1', () => {
      this.mine = { ...this.mine, lines: [aLine], ended: [] };
      return this.mine;
    });
    on('PUT /v1/me/lines/l1/user', () => {
      this.#change({ user: { kind: 'CHILD', label: 'my daughter', since: at } });
      return this.mine;
    });
    on('DELETE /v1/me/lines/l1/user', () => {
      this.#change({ user: null });
      return this.mine;
    });
  }

  #change(change: Partial<MyLine>): void {
    this.mine = { ...this.mine, lines: this.mine.lines.map((line) => ({ ...line, ...change })) };
  }
}

export const staffDispute: Dispute = {
  id: 'd1',
  line: '+8613800138000',
  service: 'MOBILE',
  state: 'OPEN',
  claim: 'NEVER_TOOK_IT',
  openedAt: at,
  dueAt: '2099-12-08T10:00:00Z',
  decision: null,
  decidedAt: null,
};

const file: DisputeFile = {
  dispute: staffDispute,
  cause: 'APPLICATION',
  heldFrom: at,
  verifiedAt: null,
  statement: 'My brother gave it to me.',
  statedAt: at,
};

/** The side of the operator's people. */
export function staffServer(server: FakeServer, roles: StaffSelf['roles']): void {
  server.always.set('GET /v1/staff/me', () => Response.json({ id: 's1', name: 'Li Na', roles }));
  server.always.set('GET /v1/staff/disputes', () => Response.json({ disputes: [staffDispute] }));
  server.always.set('POST /v1/staff/disputes/d1/look', () => Response.json(file));
  server.always.set('POST /v1/staff/disputes/d1/decision', () => {
    const decided: Dispute = { ...staffDispute, state: 'UPHELD', decision: 'NO_EVIDENCE_OF_REGISTRATION' };
    server.always.set('GET /v1/staff/disputes', () => Response.json({ disputes: [decided] }));
    return Response.json(decided);
  });
}

/** A server that knows no token. */
export const noSession = () => problem(401, 'not-authenticated');
