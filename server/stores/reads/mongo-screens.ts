import type { mongo } from 'mongoose';
import type { Lot, Wallet } from '../../core/customers/customer-file.ts';
import { STUCK_PAYOUT_STATUSES } from '../../ports/screens.ts';
import type { CaseCount, GrantTotal, ReferralCount, Screens, Span, WaitingCount } from '../../ports/screens.ts';
import type { Page, Paged } from '../../ports/paging.ts';
import type { CollectionKey } from '../collections.ts';
import type { Database } from '../database.ts';
import { fromKeyRow } from '../rows/keyed-row.ts';
import { listRows } from './list-rows.ts';
import type { ListFields } from './list-rows.ts';

const DAY_MS = 86_400_000;

/** No screen is worth more of the database's time than this, ms. */
const MAX_TIME_MS = 5_000;

const WALLETS: ListFields = {
  filters: { program: 'program', walletId: 'walletId', customerKey: 'customerKey' },
  sorts: { id: '_id' },
};

/** Sums and lists for the admin's screens, from MongoDB. */
export function createScreens(database: Database): Screens {
  const aggregate: Aggregate = <T extends mongo.Document>(key: CollectionKey, stages: mongo.Document[]): Promise<T[]> =>
    (database.collection(key) as unknown as mongo.Collection)
      .aggregate<T>(stages, { maxTimeMS: MAX_TIME_MS })
      .toArray();
  const countWaiting = (key: CollectionKey, match: mongo.Document, since: string): Promise<WaitingCount[]> =>
    aggregate<WaitingCount>(key, [
      { $match: match },
      { $group: { _id: '$program', count: { $sum: 1 }, sinceAt: { $min: `$${since}` } } },
      { $project: { _id: 0, program: '$_id', count: 1, sinceAt: 1 } },
      { $sort: { program: 1 } },
    ]);
  return {
    listWallets: (page) => listWallets(database, page),
    countCases: (span) => aggregate<CaseCount>('cases', [{ $match: within(span, 'claim.sentAt') }, ...BY_DAY]),
    countReferrals: (span) => countReferrals(aggregate, span),
    sumGrants: (span) =>
      aggregate<GrantTotal>('decisions', [
        { $match: { ...within(span, 'at'), disposition: 'granted' } },
        ...SUM_GRANTS,
      ]),
    async findOldestInReview(programs) {
      const row = await database
        .collection('cases')
        .find({ status: 'in_review', program: { $in: programs } }, { projection: { program: 1, openedAt: 1 } })
        .sort({ openedAt: 1 })
        .limit(1)
        .next();
      return row === null ? null : { caseId: row._id, program: row.program, openedAt: row.openedAt };
    },
    countInReview: (programs) => countWaiting('cases', { status: 'in_review', program: { $in: programs } }, 'openedAt'),
    countDeadLetters: (programs) => countWaiting('outbox', { state: 'dead', program: { $in: programs } }, 'letter.at'),
    countStuckPayouts: (programs) =>
      countWaiting('payouts', { status: { $in: [...STUCK_PAYOUT_STATUSES] }, program: { $in: programs } }, 'updatedAt'),
  };
}

type Aggregate = <T extends mongo.Document>(key: CollectionKey, stages: mongo.Document[]) => Promise<T[]>;

/** Why cases went to a person, each reason with what was missing. */
async function countReferrals(aggregate: Aggregate, span: Span): Promise<ReferralCount[]> {
  const [counts, missing] = await Promise.all([
    aggregate<ReferralCount>('cases', [
      { $match: { ...within(span, 'claim.sentAt'), disposition: 'referred' } },
      { $group: { _id: { program: '$program', reasonCode: '$reasonCode' }, count: { $sum: 1 } } },
      { $project: { _id: 0, program: '$_id.program', reasonCode: '$_id.reasonCode', count: 1 } },
      { $sort: { count: -1, program: 1, reasonCode: 1 } },
    ]),
    aggregate<MissingCount>('decisions', [
      { $match: { ...within(span, 'at'), disposition: 'referred' } },
      { $unwind: '$missing' },
      {
        $group: {
          _id: { program: '$program', reasonCode: '$reasonCode', name: '$missing' },
          decisions: { $sum: 1 },
        },
      },
      {
        $project: {
          _id: 0,
          program: '$_id.program',
          reasonCode: '$_id.reasonCode',
          name: '$_id.name',
          decisions: 1,
        },
      },
      { $sort: { name: 1 } },
    ]),
  ]);
  return counts.map((row) => ({
    ...row,
    missing: missing
      .filter(({ program, reasonCode }) => program === row.program && reasonCode === row.reasonCode)
      .map(({ name, decisions }) => ({ name, decisions })),
  }));
}

/** Referred decisions of one reason that lacked one fact or parameter. */
interface MissingCount {
  readonly program: string;
  readonly reasonCode: string;
  readonly name: string;
  readonly decisions: number;
}

const BY_DAY: mongo.Document[] = [
  {
    $group: {
      _id: { day: { $floor: { $divide: ['$claim.sentAt', DAY_MS] } }, disposition: '$disposition' },
      count: { $sum: 1 },
    },
  },
  { $project: { _id: 0, day: '$_id.day', disposition: '$_id.disposition', count: 1 } },
];

const SUM_GRANTS: mongo.Document[] = [
  {
    $group: {
      _id: { program: '$program', currency: { $ifNull: ['$currency', null] } },
      amountMinor: { $sum: { $ifNull: ['$amountMinor', 0] } },
      credits: { $sum: { $ifNull: ['$credits', 0] } },
      decisions: { $sum: 1 },
    },
  },
  {
    $project: { _id: 0, program: '$_id.program', currency: '$_id.currency', amountMinor: 1, credits: 1, decisions: 1 },
  },
  { $sort: { program: 1, currency: 1 } },
];

function within({ fromAt, toAt, programs }: Span, field: string): mongo.Document {
  return { program: { $in: programs }, [field]: { $gte: fromAt, $lt: toAt } };
}

/** A page of wallets; their lots come with one query by owner, by which lots are indexed. */
async function listWallets(database: Database, page: Page): Promise<Paged<{ wallet: Wallet; lots: Lot[] }>> {
  const { items, total } = await listRows(database.collection('wallets'), {
    page,
    fields: WALLETS,
    present: (row) => fromKeyRow<Wallet>(row),
  });
  const owners = [...new Set(items.map(({ customerKey }) => customerKey))];
  const lots =
    owners.length === 0
      ? []
      : await database
          .collection('lots')
          .find({ customerKey: { $in: owners } })
          .toArray();
  return {
    total,
    items: items.map((wallet) => ({
      wallet,
      lots: lots
        .filter((lot) => lot.customerKey === wallet.customerKey && lot.walletId === wallet.walletId)
        .map((lot) => fromKeyRow<Lot>(lot)),
    })),
  };
}
