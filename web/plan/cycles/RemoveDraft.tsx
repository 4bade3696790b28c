// SPDX-License-Identifier: AGPL-3.0-or-later
import { useNavigate } from 'react-router';
import type { removeCycle } from '../../../api/plan/cycles/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Refusal } from '../../ui/Form.tsx';
import { room } from './queries.ts';

export function RemoveDraft({ cycle }: { cycle: string }) {
  const { t } = useTranslate();
  const { programme, to } = useAddress();
  const navigate = useNavigate();
  const { send, problem } = useSending<typeof removeCycle>('DELETE', `${room}/{cycle}`);
  const remove = async () => {
    const gone = await send({ params: { programme, cycle } }).catch(() => undefined);
    if (gone) navigate(to('drafts'));
  };
  return (
    <section>
      <button type="button" className="button" onClick={remove}>
        {t('cycles.removeDraft')}
      </button>
      <Refusal problem={problem} />
    </section>
  );
}
