import { describe, expect, it } from 'vitest';
import { deriveOutageFacts } from '../../../server/core/facts/derive-outage-facts.ts';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import type { RecordedIncident } from '../../../server/core/records/case-record.ts';

const HOUR = 3_600_000;
const span = { paidAt: 100 * HOUR, sentAt: 200 * HOUR, at: 210 * HOUR };
let serial = 0;
const incident = (openedAt: number, closedAt?: number, rest: Partial<RecordedIncident> = {}): RecordedIncident => ({
  id: `incident-${(serial += 1)}`,
  severity: 'complete',
  openedAt,
  ...(closedAt === undefined ? {} : { closedAt }),
  ...rest,
});
const derive = (...incidents: RecordedIncident[]) => deriveOutageFacts(incidents, span);
const NONE = { longestOutage: 0, outageOpen: false, outageRemedyOffered: false };

describe('order.longestOutage', () => {
  it('is 0 without incidents', () => expect(derive()).toEqual(NONE));

  it('leaves partial incidents out', () => {
    expect(derive(incident(110 * HOUR, 190 * HOUR, { severity: 'partial', remedyOffered: true }))).toEqual(NONE);
  });

  it('lasts to the millisecond from opening to close', () => {
    expect(derive(incident(110 * HOUR, 158 * HOUR)).longestOutage).toBe(48 * HOUR);
    expect(derive(incident(110 * HOUR, 158 * HOUR + 1)).longestOutage).toBe(48 * HOUR + 1);
  });

  it('is counted from the payment where it began before', () => {
    expect(derive(incident(40 * HOUR, 130 * HOUR)).longestOutage).toBe(30 * HOUR);
  });

  it('leaves out what was over by the payment', () => {
    expect(derive(incident(40 * HOUR, 100 * HOUR, { remedyOffered: true }))).toEqual(NONE);
    expect(derive(incident(40 * HOUR, 100 * HOUR + 1)).longestOutage).toBe(1);
  });

  it('leaves out what had not begun when the claim was sent', () => {
    expect(derive(incident(200 * HOUR, 205 * HOUR))).toEqual(NONE);
    expect(derive(incident(200 * HOUR - 1, 205 * HOUR)).longestOutage).toBe(5 * HOUR + 1);
  });

  it('runs beyond the claim to its end, or to the decision', () => {
    expect(derive(incident(190 * HOUR, 205 * HOUR)).longestOutage).toBe(15 * HOUR);
    expect(derive(incident(190 * HOUR)).longestOutage).toBe(20 * HOUR);
  });

  it('is the longest one; incidents that touch or overlap are not merged', () => {
    const touching = [incident(110 * HOUR, 120 * HOUR), incident(120 * HOUR, 135 * HOUR)];
    const overlapping = incident(130 * HOUR, 140 * HOUR);
    expect(derive(...touching, overlapping).longestOutage).toBe(15 * HOUR);
  });
});

describe('order.outageOpen', () => {
  it('holds while a counted incident has not closed', () => {
    expect(derive(incident(190 * HOUR)).outageOpen).toBe(true);
    expect(derive(incident(190 * HOUR, 205 * HOUR)).outageOpen).toBe(false);
    expect(derive(incident(190 * HOUR), incident(110 * HOUR, 120 * HOUR)).outageOpen).toBe(true);
  });

  it('holds for one that closes after the decision, and not for one that closes with it', () => {
    expect(derive(incident(190 * HOUR, 210 * HOUR + 1))).toMatchObject({
      outageOpen: true,
      longestOutage: 20 * HOUR,
    });
    expect(derive(incident(190 * HOUR, 210 * HOUR)).outageOpen).toBe(false);
  });

  it('holds for one that began before the payment and is still open', () => {
    expect(derive(incident(10 * HOUR))).toMatchObject({ outageOpen: true, longestOutage: 110 * HOUR });
  });

  it('takes no notice of one that began when the claim was sent', () => {
    expect(derive(incident(200 * HOUR)).outageOpen).toBe(false);
  });
});

describe('order.outageRemedyOffered', () => {
  const offered = incident(110 * HOUR, 120 * HOUR, { remedyOffered: true });
  const refused = incident(121 * HOUR, 130 * HOUR, { remedyOffered: false });
  const silent = incident(131 * HOUR, 140 * HOUR);

  it.each([
    ['any was offered', [refused, offered], true],
    ['any was offered, whatever the others say', [silent, offered, silent], true],
    ['none was offered', [refused, refused], false],
    ['nobody said', [silent], UNKNOWN],
    ['one does not say', [refused, silent, refused], UNKNOWN],
  ])('where %s', (_, incidents, expected) => {
    expect(derive(...incidents).outageRemedyOffered).toBe(expected);
  });
});
