import Tooltip from '@mui/material/Tooltip';
import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { formatInstant, toMs } from '../format/format-instant.ts';
import type { InstantValue, Precision } from '../format/format-instant.ts';
import { formatCommodity, formatCount, formatMoney } from '../format/format-money.ts';
import { formatAge, formatSpan } from '../format/format-span.ts';
import { useZone } from './use-zone.ts';

const NONE = '–';

/** An amount with its currency, minor units in; a dash where there is none. */
export function Money({
  minor,
  currency,
}: {
  readonly minor: number | null;
  readonly currency: string | null;
}): ReactElement {
  return <span className="num">{minor === null || currency === null ? NONE : formatMoney(minor, currency)}</span>;
}

/** A number of credits with the word. */
export function Credits({ value }: { readonly value: number | null }): ReactElement {
  const t = useTranslate();
  return (
    <span className="num">
      {value === null ? NONE : t('common.credits', { smart_count: value, count: formatCount(value) })}
    </span>
  );
}

/** An amount of a ledger commodity: money, or credits of a program. */
function Commodity({ amount, commodity }: { readonly amount: number; readonly commodity: string }): ReactElement {
  return commodity.startsWith('credit:') ? (
    <Credits value={amount} />
  ) : (
    <span className="num">{formatCommodity(amount, commodity)}</span>
  );
}

/** Amounts of several commodities, each on a line of its own, or in one line with a comma between. */
export function Commodities({
  amounts,
  inline = false,
}: {
  readonly amounts: readonly { readonly commodity: string; readonly amount: number }[];
  readonly inline?: boolean;
}): ReactElement {
  return (
    <>
      {amounts.map(({ commodity, amount }, index) => (
        <Fragment key={commodity}>
          {index === 0 ? null : inline ? ', ' : <br />}
          <Commodity commodity={commodity} amount={amount} />
        </Fragment>
      ))}
    </>
  );
}

export interface InstantProps {
  readonly at: InstantValue | null;
  readonly precision?: Precision;
  /** Says how long ago first, up to seven days: for lists. */
  readonly relative?: boolean;
}

/** An instant in the chosen zone, which it names; the exact one in UTC is a hover or a focus away. */
export function Instant({ at, precision = 'minute', relative = false }: InstantProps): ReactElement {
  const [locale] = useLocaleState();
  const [zone] = useZone();
  if (at === null || Number.isNaN(toMs(at))) return <span>{NONE}</span>;
  const age = relative ? formatAge(toMs(at), Date.now(), locale) : null;
  const absolute = formatInstant(at, locale, zone, precision, age !== null);
  return (
    <Tooltip title={formatInstant(at, locale, 'UTC', 'ms')} describeChild>
      <time dateTime={new Date(toMs(at)).toISOString()}>{age === null ? absolute : `${age} · ${absolute}`}</time>
    </Tooltip>
  );
}

/** A length of time, ms in. */
export function Span({ ms, units = 2 }: { readonly ms: number; readonly units?: number }): ReactElement {
  const [locale] = useLocaleState();
  return <span className="num">{formatSpan(ms, locale, units)}</span>;
}
