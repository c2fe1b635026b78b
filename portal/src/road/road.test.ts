import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { applicationStates, type Application } from '../api/types';
import { FakeServer } from '../testing/fakeServer';
import { closedBy, dueStep, open, walk, type Road, type Step } from './road';

const created = new FakeServer().application;
const received = { receivedAt: '2026-11-23T10:00:00Z' };
const consented: Application = { ...created, state: 'CONSENTED' };
const typed = { ...received, source: 'TYPED', strength: 'NONE', confirmed: true } as const;
const withDocument: Application = { ...consented, document: typed };
const complete: Application = { ...withDocument, selfie: received };
const steps: readonly Step[] = ['consent', 'document', 'selfie', 'review', 'waiting', 'verdict'];

describe('the step that is due', () => {
  it.each<[string, Application, Step]>([
    ['consent before anything else', created, 'consent'],
    ['the document once consent is given', consented, 'document'],
    ['the selfie once the document is there', withDocument, 'selfie'],
    ['the document when only a selfie is there', { ...consented, selfie: received }, 'document'],
    [
      'the document as long as what was read is not confirmed',
      { ...complete, document: { ...typed, source: 'CHIP', confirmed: false } },
      'document',
    ],
    ['the review once both are there', complete, 'review'],
    ['waiting once it is submitted', { ...complete, state: 'SUBMITTED' }, 'waiting'],
    ['the verdict once it is decided', { ...complete, state: 'REFUSED' }, 'verdict'],
    ['the verdict when a person looks at it', { ...created, state: 'REVIEW' }, 'verdict'],
    ['the verdict when the time ran out', { ...created, state: 'EXPIRED' }, 'verdict'],
  ])('is %s', (_, application, step) => {
    expect(dueStep(application)).toBe(step);
  });
});

describe('going back', () => {
  it('is possible to every capture step that is done', () => {
    expect(steps.filter((step) => open(complete, step))).toEqual(['document', 'selfie', 'review']);
    expect(steps.filter((step) => open(withDocument, step))).toEqual(['document', 'selfie']);
  });

  it('is not possible once it is submitted, whatever the state', () => {
    for (const state of applicationStates.filter((one) => one !== 'CREATED' && one !== 'CONSENTED')) {
      const application = { ...complete, state };
      expect(steps.filter((step) => open(application, step))).toEqual([dueStep(application)]);
    }
  });

  it('never skips a step ahead', () => {
    const road: Road = { phase: 'walking', application: consented, step: 'document' };
    expect(walk(road, { type: 'went', step: 'review' })).toBe(road);
  });
});

describe('the road', () => {
  it('follows the server when it says that the application moved on', () => {
    const road: Road = { phase: 'walking', application: complete, step: 'document' };
    const application: Application = { ...complete, state: 'SUBMITTED' };
    expect(walk(road, { type: 'arrived', application })).toEqual({
      phase: 'walking',
      application,
      step: 'waiting',
    });
  });

  it('stays where it is when asking again fails, so that nothing typed is lost', () => {
    const road: Road = { phase: 'walking', application: consented, step: 'document' };
    expect(walk(road, { type: 'interrupted', problem: Problem.network() })).toBe(road);
    expect(walk(road, { type: 'opening' })).toBe(road);
  });

  it('ends when the session has ended, wherever one is', () => {
    const road: Road = { phase: 'walking', application: consented, step: 'document' };
    expect(walk(road, { type: 'closed', why: 'ended' })).toEqual({ phase: 'closed', why: 'ended' });
  });

  it('is closed only by problems that concern the link or the session', () => {
    const of = (status: number, code: string) =>
      closedBy(Problem.of(new Response(null, { status }), { code, title: code }));
    expect(of(410, 'capture-link-expired')).toBe('expired');
    expect(of(409, 'capture-link-used')).toBe('used');
    expect(of(404, 'capture-link-unknown')).toBe('unknown');
    expect(of(401, 'not-authenticated')).toBe('ended');
    expect(of(422, 'no-face')).toBeNull();
    expect(closedBy(Problem.network())).toBeNull();
  });
});
