import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import type { InstanceView } from '../../server/contract/http/instance-view.ts';
import { useRead } from '../api/use-read.ts';
import { LanguageMenu } from '../app/language-menu.tsx';
import { ThemeMenu } from '../app/theme-menu.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Where one signs in. A demonstration says where its credentials are, never what they are. */
export function SignInPage(): ReactElement {
  const t = useTranslate();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const instance = useRead<InstanceView>('/api/instance', { staleMs: 60_000 });
  const oidc = instance.data?.signIn.oidc ?? null;
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        display: 'grid',
        placeItems: 'center',
        bgcolor: 'background.default',
        color: 'text.primary',
        p: 2,
      }}
    >
      <title>{`${t('signIn.title')} · Redress`}</title>
      <Box sx={{ width: '100%', maxWidth: 400 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
          <Typography component="p" sx={{ fontWeight: 700, fontSize: '1.0625rem', mr: 'auto' }}>
            Redress
          </Typography>
          <LanguageMenu />
          <ThemeMenu />
        </Box>
        <Paper variant="outlined" sx={{ p: 3, display: 'grid', gap: 2 }}>
          <Box>
            <Typography variant="h1">{t('signIn.title')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {t('signIn.tagline')}
            </Typography>
          </Box>
          {search.get('error') === null ? null : <Alert severity="error">{t('signIn.ssoFailed')}</Alert>}
          <SignInForm onDone={() => void navigate(safeTarget(search.get('to')), { replace: true })} />
          {oidc === null ? null : (
            <>
              <Divider>{t('signIn.or')}</Divider>
              <Button href={oidc.url} variant="outlined" sx={{ minHeight: 44 }}>
                {t('signIn.continueWith', { name: oidc.name })}
              </Button>
            </>
          )}
          {instance.data?.demo === true && instance.data.credentialsFile !== null ? (
            <Alert role="note" severity="info" sx={{ overflowWrap: 'anywhere' }}>
              {t('signIn.demo', { file: instance.data.credentialsFile })}
            </Alert>
          ) : null}
        </Paper>
      </Box>
    </Box>
  );
}

/** A path of this site alone: nobody is sent elsewhere by a link to the sign-in page. */
function safeTarget(to: string | null): string {
  return to !== null && to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : '/';
}
