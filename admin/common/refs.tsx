import CheckIcon from '@mui/icons-material/Check';
import ContentCopy from '@mui/icons-material/ContentCopy';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MuiLink from '@mui/material/Link';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import { MONO } from '../theme/create-theme-options.ts';

/** `01J9…4F2K`: enough of a long id to tell it from its neighbours. */
export function shortenId(id: string, keep = 6): string {
  return id.length <= keep * 2 + 1 ? id : `${id.slice(0, keep)}…${id.slice(-keep)}`;
}

/** An id in the fixed font; long ones are shortened, the whole is in the title. */
export function Id({ value, keep = 6 }: { readonly value: string; readonly keep?: number }): ReactElement {
  return (
    <Box component="span" title={value} sx={{ fontFamily: MONO, fontSize: '0.9em', overflowWrap: 'anywhere' }}>
      {shortenId(value, keep)}
    </Box>
  );
}

/** A link to the page of a thing, by its id or other words. A shortened id can be copied whole: the way to do so shows where the pointer or the focus is. */
export function IdLink({
  to,
  id,
  children,
}: {
  readonly to: string;
  readonly id?: string;
  readonly children?: ReactNode;
}): ReactElement {
  const link = (
    <MuiLink component={Link} to={to}>
      {children ?? (id === undefined ? to : <Id value={id} />)}
    </MuiLink>
  );
  if (children !== undefined || id === undefined || shortenId(id) === id) return link;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.25,
        '@media (hover: hover)': { '&:not(:hover, :focus-within) button': { opacity: 0 } },
      }}
    >
      {link}
      <CopyButton text={id} label={shortenId(id)} dense />
    </Box>
  );
}

/** Copies a text and says so. */
export function CopyButton({
  text,
  label,
  dense = false,
}: {
  readonly text: string;
  readonly label: string;
  /** No higher than the line that it stands in. */
  readonly dense?: boolean;
}): ReactElement {
  const t = useTranslate();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <IconButton
      size="small"
      sx={dense ? { p: '4px', my: '-4px' } : {}}
      onClick={(event) => {
        // In a row that is a door itself, copying is not going through it.
        event.stopPropagation();
        void copy();
      }}
      aria-label={copied ? t('common.copied') : t('common.copyNamed', { name: label })}
    >
      {copied ? <CheckIcon fontSize="inherit" /> : <ContentCopy fontSize="inherit" />}
    </IconButton>
  );
}

/** The ends of a digest, and a way to copy the whole. */
export function Digest({ value, name }: { readonly value: string; readonly name: string }): ReactElement {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' }}>
      <Id value={value} keep={4} />
      <CopyButton text={value} label={name} />
    </Box>
  );
}

/** An actor as `user/<id>`, `key/<id>` or `system/<part>`, by its display name where that is known. */
export function ActorRef({ actor, name }: { readonly actor: string; readonly name?: string | null }): ReactElement {
  const t = useTranslate();
  const [kind = '', id = ''] = actor.split('/');
  if (name !== undefined && name !== null && name !== '') return <span title={actor}>{name}</span>;
  return (
    <span title={actor}>
      {kind === 'system' ? (
        t(`actorPart.${id}`, { _: t('actor.system') })
      ) : (
        <>
          {t(`actor.${kind}`, { _: kind })} <Id value={id} keep={4} />
        </>
      )}
    </span>
  );
}
