import Close from '@mui/icons-material/Close';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { UserView } from '../../server/contract/http/user-view.ts';
import { useProgramName, usePrograms } from '../common/use-programs.ts';
import { wordsEn } from '../i18n/words.en.ts';

export type GrantValue = UserView['grants'][number];

const ROLE_ORDER: readonly GrantValue['role'][] = [
  'admin',
  'policy_owner',
  'policy_approver',
  'legal_owner',
  'reviewer',
  'auditor',
  'operator',
];

export interface GrantsEditorProps {
  readonly value: readonly GrantValue[];
  readonly onChange: (value: GrantValue[]) => void;
  readonly disabled?: boolean;
}

/** Roles, and the programs that each holds for; none named is all of them. */
export function GrantsEditor({ value, onChange, disabled = false }: GrantsEditorProps): ReactElement {
  const t = useTranslate();
  const replace = (at: number, grant: GrantValue): void =>
    onChange(value.map((each, index) => (index === at ? grant : each)));
  const free = ROLE_ORDER.find((role) => value.every((grant) => grant.role !== role)) ?? 'reviewer';
  return (
    <Box role="group" aria-label={t('user.grants')} sx={{ display: 'grid', gap: 1.5 }}>
      {value.map((grant, index) => (
        // Rows have no identity but their place: the same role may be held twice, for different programs.
        // oxlint-disable-next-line no-array-index-key
        <Box key={index} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
          <TextField
            select
            label={t('user.role')}
            value={grant.role}
            disabled={disabled}
            sx={{ minWidth: 180 }}
            onChange={(event) =>
              replace(index, { ...grant, role: ROLE_ORDER.find((role) => role === event.target.value) ?? grant.role })
            }
          >
            {ROLE_ORDER.map((role) => (
              <MenuItem key={role} value={role}>
                {t(`role.${role}`, { _: wordsEn.role[role] })}
              </MenuItem>
            ))}
          </TextField>
          <ProgramsField
            value={grant.programs}
            disabled={disabled}
            onChange={(programs) => replace(index, { ...grant, programs })}
          />
          {disabled ? null : (
            <IconButton
              aria-label={t('user.removeGrant', { role: t(`role.${grant.role}`) })}
              onClick={() => onChange(value.filter((_each, other) => other !== index))}
            >
              <Close fontSize="small" />
            </IconButton>
          )}
        </Box>
      ))}
      {disabled ? null : (
        <Box>
          <Button onClick={() => onChange([...value, { role: free, programs: ['*'] }])}>{t('user.addGrant')}</Button>
        </Box>
      )}
    </Box>
  );
}

export interface ProgramsFieldProps {
  readonly value: readonly string[];
  readonly onChange: (programs: string[]) => void;
  readonly disabled?: boolean;
}

/** Programs to choose from; choosing none is choosing all, those to come included. */
export function ProgramsField({ value, onChange, disabled = false }: ProgramsFieldProps): ReactElement {
  const t = useTranslate();
  const programs = usePrograms();
  const nameOf = useProgramName();
  const chosen = value.filter((program) => program !== '*');
  return (
    <Autocomplete<string, true>
      multiple
      disabled={disabled}
      options={programs.map(({ id }) => id)}
      getOptionLabel={nameOf}
      value={chosen}
      sx={{ flex: 1, minWidth: 220 }}
      size="small"
      onChange={(_event, ids) => onChange(ids.length === 0 ? ['*'] : ids)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('user.programs')}
          placeholder={chosen.length === 0 ? t('user.allPrograms') : ''}
          slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
        />
      )}
    />
  );
}

/** `Policy owner: Anumi, Photoroom; Auditor: all programs`. */
export function wordGrants(
  grants: readonly GrantValue[],
  t: (key: string) => string,
  nameOf: (program: string) => string,
): string {
  return grants
    .map(
      ({ role, programs }) =>
        `${t(`role.${role}`)}${t('common.colon')}${programs.includes('*') ? t('user.allPrograms') : programs.map(nameOf).join(', ')}`,
    )
    .join('; ');
}
