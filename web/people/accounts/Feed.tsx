// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { makeFeed } from '../../../api/people/accounts/contract.ts';
import { useSending } from '../../sending.ts';
import type { Account } from '../../session.ts';
import { Refusal } from '../../ui/Form.tsx';

export function Feed({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string>();
  const { send, problem } = useSending<typeof makeFeed>('POST', '/api/v1/access/feed');
  const make = async () => setAddress((await send({}).catch(() => undefined))?.address);
  return (
    <section aria-labelledby="feed-title">
      <h2 id="feed-title">{t('access.account.feed')}</h2>
      <p>{t('access.account.feedAbout')}</p>
      {address && (
        <p role="status">
          {t('access.account.feedIs')}: <code className="breakable">{address}</code>
        </p>
      )}
      <Refusal problem={problem} />
      <button type="button" className="button" onClick={make}>
        {t(account.hasFeed ? 'access.account.feedAgain' : 'access.account.feedMake')}
      </button>
    </section>
  );
}
