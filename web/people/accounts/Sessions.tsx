// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import type { endSession } from '../../../api/people/accounts/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useSending } from '../../sending.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Refusal } from '../../ui/Form.tsx';
import { Answer } from '../../ui/states.tsx';
import { type Sessions as Held, useSessions } from './queries.ts';

type Session = Held['items'][number];

/** Browser name and operating system from the user agent. */
function deviceOf(agent: string): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\/[\d.]+/.exec(agent)?.[1] ?? agent.split(' ')[0] ?? '';
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(agent)?.[0];
  return [{ Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser, system].filter(Boolean).join(', ') || '–';
}

export function Sessions() {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const reading = useSessions();
  const { send, problem } = useSending<typeof endSession>('DELETE', '/api/v1/access/sessions/{session}');
  const end = (one: Session) =>
    one.current ? (
      <span className="muted">{t('access.account.here')}</span>
    ) : (
      <button
        type="button"
        className="plain"
        onClick={() => send({ params: { session: one.sessionId } }).catch(() => undefined)}
      >
        {t('access.account.signOutThere')}
      </button>
    );
  const table = {
    rowKey: ({ sessionId }: Session) => String(sessionId),
    columns: [
      {
        key: 'device',
        header: t('access.account.device'),
        value: ({ device }: Session) => deviceOf(device),
        rowHeader: true,
      },
      {
        key: 'means',
        header: t('access.account.meansName'),
        value: ({ means }: Session) => t(`access.account.means.${means}`),
      },
      { key: 'since', header: t('access.account.since'), value: ({ startedAt }: Session) => moment(startedAt) },
      { key: 'seen', header: t('access.account.seen'), value: ({ seenAt }: Session) => moment(seenAt) },
      { key: 'end', header: t('access.account.signOut'), value: () => null, cell: end },
    ],
  };
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('access.account.sessions')}</h2>
      <Answer of={reading} height={160}>
        {({ items }) => (
          <DataTable caption={t('access.account.sessions')} captionHidden table={{ ...table, rows: items }} />
        )}
      </Answer>
      <Refusal problem={problem} />
    </section>
  );
}
