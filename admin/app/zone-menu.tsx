import AccessTime from '@mui/icons-material/AccessTime';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { machineZone } from '../common/use-zone.ts';
import { nameZone } from '../format/format-instant.ts';
import { BarMenu } from './bar-menu.tsx';
import type { BarChoice } from './bar-menu.tsx';
import { usePreferences } from './preferences.ts';

/** Zones to choose from: UTC, this machine’s, the one in use, and where the programs’ days are counted. */
export function listZones(current: string, t: (key: string, options?: object) => string): readonly BarChoice[] {
  const machine = machineZone();
  const others = [current, 'Europe/Paris', 'Asia/Shanghai', 'America/New_York'].filter(
    (zone) => zone !== 'UTC' && zone !== machine,
  );
  return [
    { value: 'UTC', label: t('frame.zoneUtc') },
    ...(machine === 'UTC' ? [] : [{ value: machine, label: t('frame.zoneMine', { zone: machine }) }]),
    ...[...new Set(others)].map((zone) => ({ value: zone, label: zone })),
  ];
}

/** In which zone instants are shown. */
export function ZoneMenu(): ReactElement {
  const t = useTranslate();
  const { zone, change } = usePreferences();
  const short = nameZone(new Date(), zone);
  return (
    <BarMenu
      label={t('frame.zone', { zone: short })}
      text={short}
      icon={<AccessTime fontSize="small" />}
      choices={listZones(zone, t)}
      value={zone}
      onChoose={(value) => change({ zone: value })}
    />
  );
}
