import Download from '@mui/icons-material/Download';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useListContext, useNotify, useTranslate } from 'react-admin';
import { ProblemError } from '../../api/problem-error.ts';
import { describeError } from '../describe-error.ts';

/** Hands a file to the browser’s downloads. */
function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(path, { credentials: 'same-origin' });
  if (response.ok) return response.blob();
  const body: unknown = await response.json().catch(() => ({}));
  throw new ProblemError(
    response.status,
    typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {},
  );
}

/** The rows that match the filters as CSV, written by the server. */
export function CsvButton({ path }: { readonly path: string }): ReactElement {
  const t = useTranslate();
  const notify = useNotify();
  const { filterValues, filter, sort } = useListContext();
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    const query = new URLSearchParams({
      filter: JSON.stringify({ ...filterValues, ...filter }),
      sort: JSON.stringify([sort.field, sort.order]),
    });
    try {
      saveFile(await fetchFile(`${path}?${query.toString()}`), path.slice(path.lastIndexOf('/') + 1));
    } catch (error) {
      const { title, detail } = describeError(error, t);
      notify(`${t('list.csvFailed')}: ${title}. ${detail}`, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Tooltip title={t('list.csvNote')} describeChild>
      <Button startIcon={<Download />} onClick={() => void download()} disabled={busy}>
        {t('list.exportCsv')}
      </Button>
    </Tooltip>
  );
}
