// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReplyOf } from '../../../api/contract.ts';
import type { listOutbox } from '../../../api/platform/mail/contract.ts';
import { get, type Problem } from '../../http.ts';
import { useFormat } from '../../i18n/format.ts';
import { useAddress } from '../../ui/address.ts';
import { Failure, Loading, NotFound } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';

/** A mail's text with clickable links. */
function Body({ words }: { words: string }) {
  const parts = words.split(/(https?:\/\/\S+)/);
  return (
    <div className="mail-body">
      {parts.map((part, at) =>
        at % 2 ? (
          <a key={part} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}

/** Mails that are not sent because no mail server is configured; readable on this machine. */
export function OutboxPage() {
  const { t } = useTranslation();
  const { language } = useAddress();
  const { moment } = useFormat();
  const { data, error, refetch } = useQuery<ReplyOf<typeof listOutbox>, Problem>({
    queryKey: ['mine', 'outbox'],
    queryFn: ({ signal }) => get<typeof listOutbox>('/api/v1/outbox', {}, {}, { language, signal }),
    staleTime: 0,
  });
  useTitle(t('access.outbox.title'));
  if (error?.status === 404) return <NotFound />;
  if (error) return <Failure page problem={error} onRetry={refetch} />;
  if (!data) return <Loading height={480} />;
  return (
    <div className="page narrow">
      <h1 className="lead">{t('access.outbox.lead', { count: data.items.length })}</h1>
      <p>{t('access.outbox.about')}</p>
      {data.items.map(({ mailId, subject, recipient, body, madeAt }) => (
        <article key={mailId} className="mail">
          <h2>{subject}</h2>
          <p className="byline">
            <span>{t('access.outbox.to', { recipient })}</span>
            <span>{moment(madeAt)}</span>
          </p>
          <Body words={body} />
        </article>
      ))}
    </div>
  );
}
