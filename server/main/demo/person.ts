import type { ProgramProfile } from './program-profile.ts';
import type { Random } from './random.ts';

/** An invented customer. Names and addresses are nobody's: example.test does not exist, and the numbers are kept for fiction. */
export interface Person {
  readonly customerId: string;
  readonly walletId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly country: string;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: 'en' | 'zh';
  readonly isConsumer: boolean;
}

interface Place {
  readonly currency: string;
  readonly timezone: string;
  readonly chinese?: true;
}

const PLACES: Readonly<Record<string, Place>> = {
  US: { currency: 'USD', timezone: 'America/New_York' },
  CA: { currency: 'CAD', timezone: 'America/Toronto' },
  GB: { currency: 'GBP', timezone: 'Europe/London' },
  DE: { currency: 'EUR', timezone: 'Europe/Berlin' },
  FR: { currency: 'EUR', timezone: 'Europe/Paris' },
  ES: { currency: 'EUR', timezone: 'Europe/Madrid' },
  BR: { currency: 'BRL', timezone: 'America/Sao_Paulo' },
  AU: { currency: 'AUD', timezone: 'Australia/Sydney' },
  JP: { currency: 'JPY', timezone: 'Asia/Tokyo' },
  CN: { currency: 'CNY', timezone: 'Asia/Shanghai', chinese: true },
  TW: { currency: 'TWD', timezone: 'Asia/Taipei', chinese: true },
  SG: { currency: 'SGD', timezone: 'Asia/Singapore' },
};

const GIVEN = ['Ada', 'Ben', 'Carla', 'Dev', 'Elif', 'Finn', 'Grace', 'Hugo', 'Ines', 'Jonas', 'Kira', 'Luis', 'Mona'];
const FAMILY = ['Abel', 'Brandt', 'Costa', 'Dubois', 'Evans', 'Fischer', 'Garcia', 'Hughes', 'Ito', 'Jansen', 'Khan'];
const CHINESE_GIVEN = ['Mei', 'Wei', 'Ling', 'Jun', 'Xin', 'Yan', 'Hao', 'Min', 'Bo', 'Qing'];
const CHINESE_FAMILY = ['Chen', 'Li', 'Wang', 'Zhang', 'Lin', 'Zhao', 'Huang', 'Wu'];

/** The `number`th customer of a program. */
export function inventPerson(profile: ProgramProfile, number: number, random: Random): Person {
  const { country } = random.weigh(profile.countries);
  const place = PLACES[country];
  if (place === undefined) throw new RangeError(`Nothing is known of ${country}.`);
  const digits = String(number).padStart(4, '0');
  const given = random.pick(place.chinese ? CHINESE_GIVEN : GIVEN);
  const family = random.pick(place.chinese ? CHINESE_FAMILY : FAMILY);
  const customerId = `demo-${profile.program}-${digits}`;
  return {
    customerId,
    walletId: `${customerId}-wallet`,
    name: `${given} ${family} (demo)`,
    email: `demo.${given}.${family}.${profile.program}.${digits}@example.test`.toLowerCase(),
    phone: `+1 555 01${digits.slice(0, 2)} ${digits.slice(2)}`,
    country,
    currency: place.currency,
    timezone: place.timezone,
    locale: place.chinese ? 'zh' : 'en',
    isConsumer: random.chance(0.9),
  };
}
