// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { sendBoundaries } from '../../../api/city/boundaries/contract.ts';
import { type Feature, featuresOf, propertiesOf, valueIn, zoneNamed } from '../../../api/city/boundaries/rules.ts';
import type { Zone } from '../../../api/city/territory/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Refusal } from '../../ui/Form.tsx';
import { zoneKinds } from '../territory/queries.ts';
import { BoundaryPreview } from './BoundaryPreview.tsx';

type Preview = ReplyOf<typeof sendBoundaries>;
type Kind = Zone['kind'];

interface Property {
  name: string;
  example: string;
  /** Number of features that it maps to distinct zones. */
  count: number;
}

/** Properties that may hold zone codes, best match first. */
function propertiesFor(features: readonly Feature[], zones: readonly Zone[]): Property[] {
  const property = (name: string): Property => {
    const values = features.map((feature) => valueIn(feature, name));
    const found = new Set(values.map((value) => zoneNamed(value, zones)?.key).filter(Boolean));
    return { name, example: String(values.find((value) => value !== null && value !== undefined)), count: found.size };
  };
  return propertiesOf(features)
    .map(property)
    .toSorted((a, b) => b.count - a.count);
}

/** The zone kind with the most matches in the file. */
function likeliest(features: readonly Feature[], zones: readonly Zone[], kinds: readonly Kind[]): Kind | undefined {
  const found = (kind: Kind) =>
    propertiesFor(
      features,
      zones.filter((zone) => zone.kind === kind),
    )[0]?.count ?? 0;
  return kinds.map((kind) => ({ kind, count: found(kind) })).toSorted((a, b) => b.count - a.count)[0]?.kind;
}

interface Chosen {
  file: File;
  /** Null if the file is not valid GeoJSON. */
  features: readonly Feature[] | null;
}

async function read(file: File): Promise<Chosen> {
  try {
    const features = featuresOf(JSON.parse((await file.text()).replace(/^\uFEFF/, '')));
    return { file, features: typeof features === 'string' ? null : features };
  } catch {
    return { file, features: null };
  }
}

function Choice(props: { label: string; value: string; onChange: (value: string) => void; children: ReactNode }) {
  const { label, value, onChange, children } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </div>
  );
}

function useUpload() {
  const { programme } = useAddress();
  const [preview, setPreview] = useState<Preview>();
  const { send, problem, busy, clear } = useSending<typeof sendBoundaries>(
    'PUT',
    '/api/v1/programmes/{programme}/zones/boundaries',
  );
  /** Send the same file again to record it, so that the preview matches. */
  const take = async (file: File, query: { kind: Kind; property: string; apply: 'true' | 'false' }) =>
    setPreview(await send({ params: { programme }, query, file }).catch(() => undefined));
  const forget = () => {
    setPreview(undefined);
    clear();
  };
  return { preview, problem, busy, take, forget };
}

/** File, kind and property inputs; each change calls `forget`, because the preview is outdated. */
function useChoices(zones: readonly Zone[], forget: () => void) {
  const kinds = zoneKinds.filter((kind) => zones.some((zone) => zone.kind === kind));
  const [chosen, setChosen] = useState<Chosen>();
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'municipio');
  const [name, setName] = useState('');
  const known = useMemo(() => zones.filter((zone) => zone.kind === kind), [zones, kind]);
  const properties = useMemo(() => propertiesFor(chosen?.features ?? [], known), [chosen, known]);
  const property = properties.find((one) => one.name === name)?.name ?? properties[0]?.name ?? '';
  const choose = async (file: File | undefined) => {
    forget();
    setChosen(undefined);
    if (!file) return;
    const next = await read(file);
    setKind((before) => likeliest(next.features ?? [], zones, kinds) ?? before);
    setChosen(next);
  };
  const changing =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      forget();
      set(value);
    };
  return {
    ...{ chosen, choose, kinds, kind, properties, property, of: known.length },
    chooseKind: changing(setKind),
    chooseProperty: changing(setName),
  };
}

/** Imports boundaries from GeoJSON: preview, then record all or nothing. */
export function ImportBoundaries({ zones }: { zones: readonly Zone[] }) {
  const { t } = useTranslate();
  const { preview, problem, busy, take, forget } = useUpload();
  const { chosen, choose, kinds, kind, chooseKind, properties, property, chooseProperty, of } = useChoices(
    zones,
    forget,
  );
  const send = (apply: 'true' | 'false') => chosen && take(chosen.file, { kind, property, apply });
  const ready = Boolean(chosen?.features && property);
  return (
    <details className="boundaries-form">
      <summary>
        <h2>{t('boundaries.title')}</h2>
      </summary>
      <p className="prose">{t('boundaries.about')}</p>
      <div className="form">
        <div className="field">
          <label htmlFor="boundaries-file">{t('boundaries.file')}</label>
          <input
            id="boundaries-file"
            type="file"
            accept=".geojson,.json"
            onChange={({ target }) => choose(target.files?.[0])}
          />
          {chosen?.features === null && (
            <p className="field-error" role="alert">
              {t('boundaries.unreadable')}
            </p>
          )}
        </div>
        <Choice label={t('boundaries.kind')} value={kind} onChange={(value) => chooseKind(value as Kind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`territory.kind.${one}`)}
            </option>
          ))}
        </Choice>
        {properties.length > 0 && (
          <Choice label={t('boundaries.property')} value={property} onChange={chooseProperty}>
            {properties.map(({ name, example, count }) => (
              <option key={name} value={name}>
                {t('boundaries.option', { name, example, count, of })}
              </option>
            ))}
          </Choice>
        )}
        <Refusal problem={problem} />
        {problem?.body.errors.map(({ name }) => (
          <p key={name} className="field-hint">
            <code className="breakable">{name}</code>
          </p>
        ))}
        <button
          type="button"
          className="button"
          disabled={!ready}
          aria-disabled={busy}
          onClick={() => !busy && send('false')}
        >
          {t('boundaries.preview')}
        </button>
      </div>
      {preview && <BoundaryPreview preview={preview} busy={busy} onApply={() => send('true')} />}
    </details>
  );
}
