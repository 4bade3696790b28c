// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { revoke } from '../../../api/people/roles/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Refusal } from '../../ui/Form.tsx';
import { NotYours } from '../../ui/NotYours.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { ChangeRole } from './ChangeRole.tsx';
import { Invite } from './Invite.tsx';
import { type People, usePeople } from './queries.ts';
import { Rules } from './Rules.tsx';
import { TakeRole } from './TakeRole.tsx';

type Person = People['items'][number];

function PeopleTable({ people, onChange }: { people: People['items']; onChange: (person: Person) => void }) {
  const { t } = useTranslation();
  const text = useText();
  const { areaList } = useProgramme();
  const areaOf = (key: string) => text(areaList.find((area) => area.key === key)?.name ?? { it: key }).text;
  const where = ({ areas, labs, organisation }: Person) =>
    (areas?.map(areaOf) ?? labs ?? (organisation ? [organisation] : null))?.join(', ') ?? t('access.people.all');
  const table = {
    rows: people,
    rowKey: ({ roleId }: Person) => String(roleId),
    columns: [
      {
        key: 'who',
        header: t('access.people.who'),
        value: ({ name, email }: Person) => [name, email].filter(Boolean).join(', '),
        rowHeader: true,
        sortable: true,
      },
      {
        key: 'role',
        header: t('access.people.role'),
        value: ({ role }: Person) => t(`access.role.${role}`),
        sortable: true,
      },
      { key: 'where', header: t('access.people.where'), value: where },
      {
        key: 'office',
        header: t('access.people.office'),
        value: ({ office, nameIsPublic }: Person) =>
          nameIsPublic ? `${office} (${t('access.people.public')})` : office,
      },
      {
        key: 'take',
        header: t('access.people.acts'),
        value: () => null,
        cell: (person: Person) => (
          <>
            {person.programme && (
              <button
                type="button"
                className="plain"
                aria-label={t('access.people.changeOf', { name: person.name })}
                onClick={() => onChange(person)}
              >
                {t('access.people.change')}
              </button>
            )}{' '}
            <TakeRole person={person} />
          </>
        ),
      },
    ],
  };
  return <DataTable caption={t('nav.people')} captionHidden table={table} />;
}

function Waiting({ invitations }: { invitations: People['invitations'] }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { programme } = useAddress();
  const { send, problem } = useSending<typeof revoke>(
    'DELETE',
    '/api/v1/programmes/{programme}/invitations/{invitation}',
  );
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('access.people.invitations')}</h2>
      <ul className="plain-list">
        {invitations.map(({ invitationId, email, role, office, expiresAt, expired }) => (
          <li key={invitationId}>
            <strong>{email}</strong>, {t(`access.role.${role}`)}, {office}{' '}
            <span className="muted">
              {expired ? t('access.people.expired') : t('access.people.until', { date: day(expiresAt) })}
            </span>{' '}
            <button
              type="button"
              className="plain"
              aria-label={t('access.people.revokeOf', { email })}
              onClick={() => send({ params: { programme, invitation: invitationId } }).catch(() => undefined)}
            >
              {t('access.people.revoke')}
            </button>
          </li>
        ))}
      </ul>
      <Refusal problem={problem} />
    </section>
  );
}

/** All roles in the programme; for its administrators. */
export function PeoplePage() {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<Person>();
  return (
    <ReadPage
      of={usePeople()}
      title={t('access.people.title')}
      height={640}
      refused={(problem) => <NotYours words={t('access.people.notYours')} problem={problem} />}
    >
      {({ items, invitations }) => (
        <>
          <section>
            <h1 className="lead">{t('access.people.lead', { count: items.length })}</h1>
            <PeopleTable people={items} onChange={setChanging} />
          </section>
          {changing && <ChangeRole key={changing.roleId} person={changing} onDone={() => setChanging(undefined)} />}
          <Waiting invitations={invitations} />
          <Invite />
          <Rules />
        </>
      )}
    </ReadPage>
  );
}
