import { useState } from 'react';
import type { ReactElement } from 'react';
import type { MergeRowView } from '../../../server/contract/http/policy-change-view.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import type { PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import { downloadJson } from '../../policies/download-json.ts';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import type { StaleSave } from '../draft/use-draft-state.ts';
import { applyChoices } from '../model/apply-choices.ts';
import type { MergeSide, Said } from '../model/apply-choices.ts';
import { MergeScreen } from './merge-screen.tsx';
import { formatInstant } from '../../format/format-instant.ts';
import { useZone } from '../../common/use-zone.ts';
import { useStaffLocale } from '../../policies/use-words.ts';

/** What a refused save carries beside the problem. */
interface MergeMembers {
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string | { readonly name: string };
  readonly rows: readonly MergeRowView[];
  readonly merged: Said;
}

export interface StaleSaveDialogProps {
  readonly stale: StaleSave;
  readonly onClose: () => void;
  readonly onSave: (revision: number, content: PolicyContent, cases: readonly GoldenCase[]) => Promise<void>;
}

/** Somebody saved before: both sides' changes, those that do not clash merged, the rest to be chosen. */
export function StaleSaveDialog({ stale, onClose, onSave }: StaleSaveDialogProps): ReactElement {
  const words = useWords().merge;
  const locale = useStaffLocale();
  const [zone] = useZone();
  const { version } = useDraft();
  const [choices, setChoices] = useState<Readonly<Record<string, MergeSide>>>({});
  const { revision, savedAt, savedBy, rows, merged } = stale.problem.document as unknown as MergeMembers;
  const who =
    typeof savedBy === 'string' ? (version.authors.find(({ id }) => id === savedBy)?.name ?? savedBy) : savedBy.name;
  const save = async (): Promise<void> => {
    const next = applyChoices(merged, rows, choices);
    await onSave(revision, next.content, next.cases);
  };
  return (
    <MergeScreen
      title={words.title}
      subtitle={words.who(who, formatInstant(savedAt, locale, zone, 'second'), revision, stale.revision)}
      verb={words.save(revision + 1)}
      sides={{ theirs: words.theirs, mine: words.yours }}
      rows={rows}
      choices={choices}
      onChoose={(key, side) => setChoices({ ...choices, [key]: side })}
      onClose={onClose}
      onSave={save}
      onDownload={() => downloadJson(`${version.id}-changes.json`, { content: stale.content, cases: stale.cases })}
    />
  );
}
