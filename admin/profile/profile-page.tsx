import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { useSession } from '../api/may.ts';
import { keepSession } from '../api/session-state.ts';
import { post } from '../api/request.ts';
import { usePreferences } from '../app/preferences.ts';
import type { ThemeChoice } from '../app/preferences.ts';
import { listZones } from '../app/zone-menu.tsx';
import { ActButton } from '../common/act-button.tsx';
import { PageHeading } from '../common/page-heading.tsx';
import { Panel } from '../common/panel.tsx';
import { useProgramName } from '../common/use-programs.ts';
import { wordGrants } from '../users/grants-editor.tsx';
import { PasswordForm } from './password-form.tsx';

const THEMES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** One’s own settings, password and sessions. */
export function ProfilePage(): ReactElement {
  const t = useTranslate();
  const nameOf = useProgramName();
  const user = useSession()?.user;
  const signOut = async (): Promise<void> => {
    await post('/api/session/sign-out-everywhere');
    keepSession(null);
    location.assign('/login');
  };
  return (
    <>
      <PageHeading title={t('profile.title')}>
        {user === undefined ? undefined : `${user.name} · ${user.email}`}
      </PageHeading>
      {user?.mustChangePassword === true ? (
        <Alert severity="warning" sx={{ mb: 2, maxWidth: 720 }}>
          {t('profile.mustChange')}
        </Alert>
      ) : null}
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 720 }}>
        <LookPanel />
        <Panel title={t('profile.roles')}>
          <Typography variant="body2">
            {user === undefined || user.grants.length === 0 ? t('profile.nobody') : wordGrants(user.grants, t, nameOf)}
          </Typography>
        </Panel>
        <Panel title={t('profile.password')}>
          {user?.signsInElsewhere === true ? (
            <Typography variant="body2" sx={{ mb: 2 }}>
              {t('profile.elsewhere')}
            </Typography>
          ) : null}
          <PasswordForm />
        </Panel>
        <Panel title={t('profile.sessions')}>
          <ActButton
            label={t('profile.signOut')}
            title={t('profile.signOutTitle')}
            consequence={t('profile.signOutConsequence')}
            verb={t('profile.signOutVerb')}
            run={signOut}
          />
        </Panel>
      </Box>
    </>
  );
}

function LookPanel(): ReactElement {
  const t = useTranslate();
  const { locale, theme, zone, shortcuts, change } = usePreferences();
  return (
    <Panel title={t('profile.look')}>
      <Box sx={{ display: 'grid', gap: 2, pt: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextField
          select
          label={t('profile.language')}
          value={locale}
          onChange={(event) => change({ locale: event.target.value === 'zh' ? 'zh' : 'en' })}
        >
          <MenuItem value="en" lang="en">
            English
          </MenuItem>
          <MenuItem value="zh" lang="zh">
            中文
          </MenuItem>
        </TextField>
        <TextField
          select
          label={t('profile.theme')}
          value={theme}
          onChange={(event) => change({ theme: THEMES.find((each) => each === event.target.value) ?? 'system' })}
        >
          {THEMES.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`frame.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('profile.zone')}
          value={zone}
          onChange={(event) => change({ zone: event.target.value })}
        >
          {listZones(zone, t).map(({ value, label }) => (
            <MenuItem key={value} value={value}>
              {label}
            </MenuItem>
          ))}
        </TextField>
        <Box>
          <FormControlLabel
            control={<Switch checked={shortcuts} onChange={(event) => change({ shortcuts: event.target.checked })} />}
            label={t('profile.shortcuts')}
          />
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {t('profile.shortcutsHelp')}
          </Typography>
        </Box>
      </Box>
    </Panel>
  );
}
