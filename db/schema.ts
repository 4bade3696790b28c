// SPDX-License-Identifier: AGPL-3.0-or-later
// Written by `npm run schema` from the migrated database; not to be edited.
import type { Generated } from 'kysely';

export interface Bilingual {
  it: string;
  en?: string | undefined;
}

export interface ProgrammeTable {
  programme_id: Generated<number>;
  key: string;
  name: Bilingual;
  summary: Bilingual;
  objective: Bilingual | null;
  owner_name: Bilingual;
  adopted_on: string | null;
  illustrative: Generated<boolean>;
  periphery_definition: Bilingual;
  source: string | null;
  lead_cycle: string | null;
  area_term: Bilingual | null;
  areas_term: Bilingual | null;
  zone_term: Bilingual | null;
  periphery_term: Bilingual | null;
  four_eyes: Generated<boolean>;
}

export interface SourceTable {
  programme_id: number;
  key: string;
  title: Bilingual;
  publisher: string | null;
  kind: 'document' | 'press' | 'open-data' | 'research' | 'generator';
  document: string | null;
  url: string | null;
  published_on: string | null;
  published_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  licence: string | null;
  note: Bilingual | null;
}

export interface ZoneTable {
  programme_id: number;
  key: string;
  parent: string | null;
  priority_area: string | null;
  kind: 'municipio' | 'neighbourhood' | 'priority-area' | 'region' | 'site';
  code: string | null;
  name: Bilingual;
  periphery: boolean;
  population: number | null;
  area_km2: number | null;
  amount_eur: number | null;
  tile_col: number | null;
  tile_row: number | null;
  latitude: number | null;
  longitude: number | null;
  boundary: Record<string, unknown> | null;
  source: string | null;
  note: Bilingual | null;
}

export interface OrganisationTable {
  programme_id: number;
  key: string;
  name: Bilingual;
  kind: 'public' | 'university' | 'research' | 'firm' | 'association' | 'foundation' | 'union' | 'other';
  url: string | null;
  source: string | null;
  note: Bilingual | null;
  sector: Bilingual | null;
  zone: string | null;
  partner: 'founding' | 'later' | null;
}

export interface AreaTable {
  programme_id: number;
  key: string;
  position: number;
  name: Bilingual;
  summary: Bilingual;
  source: string | null;
  note: Bilingual | null;
  whole: Generated<boolean>;
  lead: string | null;
  lead_person: string | null;
}

export interface AgreementTable {
  programme_id: number;
  key: string;
  kind: 'programme-agreement' | 'protocol' | 'convention' | 'partnership';
  name: Bilingual;
  summary: Bilingual | null;
  area: string | null;
  signed_on: string | null;
  signed_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  runs_until: string | null;
  runs_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  total_eur: number | null;
  url: string | null;
  source: string | null;
  note: Bilingual | null;
}

export interface AgreementPartyTable {
  programme_id: number;
  key: string;
  agreement: string;
  organisation: string;
  part: 'promoter' | 'lead' | 'funder' | 'participant';
  commitment: Bilingual | null;
  source: string | null;
  note: Bilingual | null;
}

export interface FundTable {
  programme_id: number;
  key: string;
  name: Bilingual;
  origin: 'public' | 'private';
  organisation: string | null;
  agreement: string | null;
  amount_eur: number;
  source: string | null;
  note: Bilingual | null;
}

export interface CycleTable {
  programme_id: number;
  key: string;
  name: Bilingual;
  starts_on: string;
  ends_on: string;
  adopted_on: string | null;
  adopted_act: string | null;
  closed_on: string | null;
  source: string | null;
  note: Bilingual | null;
  draft: Generated<boolean>;
  closed_act: string | null;
}

export interface InitiativeTable {
  programme_id: number;
  key: string;
  area: string;
  position: number;
  existing: boolean;
  name: Bilingual;
  summary: Bilingual | null;
  zone: string | null;
  owner: string | null;
  amount_eur: number | null;
  starts_on: string | null;
  ends_on: string | null;
  source: string | null;
  note: Bilingual | null;
  withdrawn_on: string | null;
  withdrawn_reason: Bilingual | null;
}

export interface MilestoneTable {
  programme_id: number;
  key: string;
  cycle: string;
  area: string;
  initiative: string | null;
  position: Generated<number>;
  name: Bilingual;
  summary: Bilingual | null;
  weight: Generated<number>;
  owner: string | null;
  zone: string | null;
  done_on: string | null;
  done_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  outcome: Bilingual | null;
  withdrawn_on: string | null;
  withdrawn_reason: Bilingual | null;
  source: string | null;
  note: Bilingual | null;
  planned_on: string | null;
  planned_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  continues: string | null;
}

export interface CallTable {
  programme_id: number;
  key: string;
  kind: 'space' | 'investment' | 'voucher' | 'cascade' | 'challenge' | 'register';
  name: Bilingual;
  summary: Bilingual | null;
  area: string;
  initiative: string | null;
  milestone: string | null;
  zone: string | null;
  published_on: string | null;
  published_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  opens_on: string | null;
  closes_on: string | null;
  concluded_on: string | null;
  concluded_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  budget_eur: number | null;
  awarded_eur: number | null;
  grant_share: number | null;
  grant_max_eur: number | null;
  applications: number | null;
  admitted: number | null;
  url: string | null;
  source: string | null;
  note: Bilingual | null;
  procedure: 'ranking' | 'first-come' | 'negotiated' | null;
  grant_min_eur: number | null;
  projects_started: number | null;
  run: Generated<boolean>;
  act: string | null;
  opens_at: Date | null;
  closes_at: Date | null;
  questions_until: Date | null;
  threshold: number | null;
  tie_breaks: Record<string, unknown> | null;
  seed_hash: string | null;
  seed: string | null;
  partial_grants: Generated<boolean>;
  aid_rule: 'refuse' | 'reduce' | null;
  file_kinds: Generated<string[]>;
}

export interface AllocationTable {
  programme_id: number;
  key: string;
  fund: string;
  name: Bilingual;
  area: string | null;
  zone: string | null;
  milestone: string | null;
  call: string | null;
  organisation: string | null;
  recipient: Bilingual | null;
  planned_eur: number;
  committed_eur: number | null;
  paid_eur: number | null;
  source: string | null;
  note: Bilingual | null;
}

export interface SpaceTable {
  programme_id: number;
  key: string;
  kind: 'building' | 'ground-floor' | 'open-area' | 'shed' | 'lot' | 'other';
  owner_kind: 'public' | 'private' | null;
  name: Bilingual;
  summary: Bilingual | null;
  owner: string | null;
  zone: string | null;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  floor_area_m2: number | null;
  state: 'surveyed' | 'verified' | 'available' | 'in-call' | 'assigned' | 'in-use' | 'returned' | 'withdrawn';
  state_since: string | null;
  state_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  disused_since: string | null;
  disused_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  source: string | null;
  note: Bilingual | null;
  state_reason: Bilingual | null;
  floors: number | null;
  last_use: Bilingual | null;
  admitted_uses: Generated<string[]>;
  condition: 'ready' | 'minor-works' | 'major-works' | 'unsafe' | null;
  energy_class: 'A4' | 'A3' | 'A2' | 'A1' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
  constraints: Generated<string[]>;
  accessibility: 'yes' | 'partly' | 'no' | null;
  utilities: Generated<string[]>;
  works: Bilingual | null;
  works_eur: number | null;
  rent_eur_year: number | null;
  available_from: string | null;
  available_to: string | null;
  blur_m: number | null;
  reports: Generated<number>;
}

export interface AwardTable {
  programme_id: number;
  key: string;
  call: string;
  space: string | null;
  organisation: string | null;
  recipients: Generated<number>;
  recipient_kind: 'firm' | 'non-profit' | 'other' | null;
  zone: string | null;
  amount_eur: number | null;
  floor_area_m2: number | null;
  awarded_on: string | null;
  awarded_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  source: string | null;
  note: Bilingual | null;
  signed_on: string | null;
  signed_act: string | null;
  keys_on: string | null;
  opened_on: string | null;
  jobs_expected: number | null;
  jobs: number | null;
  jobs_counted_on: string | null;
  ended_on: string | null;
  ended_as: 'gave-up' | 'revoked' | 'term-ended' | null;
  ended_act: string | null;
  ended_reason: Bilingual | null;
}

export interface AwardCheckTable {
  programme_id: number;
  key: string;
  award: string;
  months: number;
  checked_on: string;
  outcome: 'passed' | 'with-remarks' | 'failed';
  words: Bilingual | null;
  source: string | null;
  note: Bilingual | null;
}

export interface CallAmendmentTable {
  programme_id: number;
  key: string;
  call: string;
  number: number;
  act: string;
  made_on: string;
  closes_at: Date | null;
  budget_eur: number | null;
  reason: Bilingual;
  source: string | null;
  note: Bilingual | null;
}

export interface CallAnswerTable {
  programme_id: number;
  key: string;
  call: string;
  number: number;
  question: Bilingual;
  answer: Bilingual;
  asked_on: string;
  answered_on: string;
  source: string | null;
  note: Bilingual | null;
}

export interface CallBeneficiaryTable {
  programme_id: number;
  key: string;
  call: string;
  kind: 'firm' | 'research' | 'university' | 'public' | 'other';
  number: number | null;
  name: Bilingual;
  source: string | null;
  note: Bilingual | null;
}

export interface CallBonusTable {
  programme_id: number;
  key: string;
  call: string;
  position: number;
  kind: 'periphery' | 'under-35' | 'women' | 'social-impact' | 'circular-economy' | 'other';
  name: Bilingual;
  points: number;
  source: string | null;
  note: Bilingual | null;
}

export interface CallBudgetTable {
  programme_id: number;
  key: string;
  call: string;
  number: number;
  amount_eur: number;
  set_on: string | null;
  set_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  source: string | null;
  note: Bilingual | null;
}

export interface CallCriterionTable {
  programme_id: number;
  key: string;
  call: string;
  position: number;
  name: Bilingual;
  weight: number | null;
  rewarded: Generated<boolean>;
  source: string | null;
  note: Bilingual | null;
  scale: number | null;
  threshold: number | null;
}

export interface CallRequirementTable {
  programme_id: number;
  key: string;
  call: string;
  position: number;
  kind: 'question' | 'document';
  name: Bilingual;
  required: Generated<boolean>;
  source: string | null;
  note: Bilingual | null;
}

export interface ChangeTable {
  id: Generated<number>;
  programme_id: number;
  table_name: string;
  item: string;
  operation: 'insert' | 'update' | 'delete';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  known_on: string;
  recorded_at: Generated<Date>;
  actor: string;
  reason: string;
  account_id: number | null;
  written: Generated<string>;
}

export interface ClosingTable {
  programme_id: number;
  key: string;
  milestone: string;
  number: number;
  done_on: string;
  done_precision: Generated<'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle'>;
  proposed_on: string;
  state: Generated<'proposed' | 'confirmed' | 'sent-back'>;
  answered_on: string | null;
  answer: Bilingual | null;
  unchecked: Generated<boolean>;
  source: string | null;
  note: Bilingual | null;
}

export interface ContextEntryTable {
  programme_id: number;
  key: string;
  kind: 'outcome-goal' | 'method' | 'premise' | 'path' | 'comparison-city' | 'policy' | 'participant' | 'strength' | 'weakness' | 'proposal' | 'governance';
  position: number;
  name: Bilingual;
  body: Bilingual | null;
  amount_eur: number | null;
  happened_on: string | null;
  happened_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  source: string | null;
  note: Bilingual | null;
}

export interface ContributionTable {
  programme_id: number;
  key: string;
  agreement: string;
  organisation: string | null;
  name: Bilingual;
  origin: 'public' | 'private';
  form: 'cash' | 'in-kind';
  amount_eur: number | null;
  source: string | null;
  note: Bilingual | null;
}

export interface CycleReviewTable {
  programme_id: number;
  key: string;
  cycle: string;
  area: string | null;
  learnt: Bilingual;
  source: string | null;
  note: Bilingual | null;
}

export interface EarmarkTable {
  programme_id: number;
  key: string;
  name: Bilingual;
  base: 'public' | 'private' | 'all';
  destination: 'periphery' | 'area' | 'zone';
  area: string | null;
  zone: string | null;
  share: number;
  source: string | null;
  note: Bilingual | null;
}

export interface EventTable {
  programme_id: number;
  key: string;
  kind: 'roadshow' | 'competition' | 'forum' | 'launch' | 'listening' | 'other';
  name: Bilingual;
  theme: Bilingual | null;
  summary: Bilingual | null;
  state: 'announced' | 'held' | 'cancelled';
  held_on: string | null;
  held_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  place: string | null;
  zone: string | null;
  area: string | null;
  position: Generated<number>;
  source: string | null;
  note: Bilingual | null;
}

export interface EventSessionTable {
  programme_id: number;
  key: string;
  event: string;
  position: number;
  name: Bilingual;
  speakers: string | null;
  summary: Bilingual | null;
  source: string | null;
  note: Bilingual | null;
}

export interface EvidenceTable {
  programme_id: number;
  key: string;
  milestone: string;
  kind: 'document' | 'link';
  name: Bilingual;
  url: string | null;
  issued_on: string | null;
  issued_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  source: string | null;
  note: Bilingual | null;
  file_hash: string | null;
  file_name: string | null;
  file_type: string | null;
  file_bytes: number | null;
}

export interface ForecastTable {
  programme_id: number;
  key: string;
  milestone: string;
  reported_on: string;
  expected_on: string;
  expected_precision: Generated<'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle'>;
  reason: Bilingual | null;
  source: string | null;
  note: Bilingual | null;
}

export interface IndicatorTable {
  programme_id: number;
  key: string;
  position: number;
  subject: 'outcome' | 'spaces' | 'labs' | 'calls' | 'participation';
  area: string | null;
  name: Bilingual;
  summary: Bilingual | null;
  unit: 'count' | 'eur' | 'm2' | 'share' | 'days';
  better: 'higher' | 'lower' | null;
  target: number | null;
  target_on: string | null;
  source: string | null;
  note: Bilingual | null;
}

export interface LabTable {
  programme_id: number;
  key: string;
  kind: 'fablab' | 'makerspace' | 'hub' | 'incubator' | 'accelerator' | 'coworking' | 'other';
  name: Bilingual;
  summary: Bilingual | null;
  organisation: string | null;
  zone: string | null;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  floor_area_m2: number | null;
  url: string | null;
  opened_on: string | null;
  opened_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  closed_on: string | null;
  closed_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  confirmed_on: string | null;
  source: string | null;
  note: Bilingual | null;
  description: Bilingual | null;
  legal_status: 'association' | 'cooperative' | 'company' | 'public-body' | 'university' | 'school' | 'foundation' | 'informal' | 'other' | null;
  status: Generated<'planned' | 'open' | 'temporarily-closed' | 'closed'>;
  founded_on: string | null;
  founded_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  access: 'public' | 'public-hours' | 'members' | 'appointment' | null;
  hours: Record<string, unknown> | null;
  hours_exceptions: Record<string, unknown> | null;
  wheelchair: 'yes' | 'partly' | 'no' | null;
  workstations: number | null;
  staff: number | null;
  prices: Record<string, unknown> | null;
  services: Generated<string[]>;
  languages: Generated<string[]>;
  email: string | null;
  phone: string | null;
  links: Generated<string[]>;
  small_series: boolean | null;
  medium_series: boolean | null;
  minimum_order: number | null;
  turnaround_days: number | null;
  confirmed: Generated<Record<string, unknown>>;
  merged_into: string | null;
  foreign_ids: Generated<Record<string, unknown>>;
}

export interface LabPhotoTable {
  programme_id: number;
  key: string;
  lab: string;
  position: number;
  alt: Bilingual;
  credit: string | null;
  file_hash: string;
  file_type: string;
  file_bytes: number;
  source: string | null;
  note: Bilingual | null;
}

export interface LabRequirementTable {
  programme_id: number;
  key: string;
  position: number;
  name: Bilingual;
  measure: 'workstations' | 'floor-area' | 'machines' | 'processes' | 'services' | 'staff' | 'open-access' | null;
  at_least: number | null;
  document: Generated<boolean>;
  source: string | null;
  note: Bilingual | null;
}

export interface LotTable {
  programme_id: number;
  key: string;
  call: string;
  space: string;
  position: number;
  fee_eur_year: number | null;
  source: string | null;
  note: Bilingual | null;
}

export interface MachineTable {
  programme_id: number;
  key: string;
  lab: string;
  process: 'additive' | 'fdm-printing' | 'resin-printing' | 'powder-printing' | 'metal-printing' | 'clay-printing' | 'machining' | 'cnc-milling' | 'cnc-routing' | 'precision-milling' | 'turning' | 'drilling' | 'cutting' | 'laser-cutting' | 'laser-engraving' | 'vinyl-cutting' | 'waterjet-cutting' | 'plasma-cutting' | 'hot-wire-cutting' | 'sawing' | 'forming' | 'bending' | 'thermoforming' | 'moulding' | 'casting' | 'injection-moulding' | 'joining' | 'welding' | 'electronics' | 'circuit-making' | 'soldering' | 'component-placing' | 'textile-work' | 'sewing' | 'embroidery' | 'knitting' | 'weaving' | 'printing' | 'screen-printing' | 'large-format-printing' | 'uv-printing' | 'woodworking' | 'ceramics-making' | 'finishing' | 'painting' | 'sandblasting' | 'scanning';
  brand: string | null;
  model: string | null;
  width_mm: number | null;
  depth_mm: number | null;
  height_mm: number | null;
  materials: Generated<string[]>;
  quantity: Generated<number>;
  condition: Generated<'working' | 'limited' | 'out-of-order'>;
  booking_url: string | null;
  source: string | null;
  note: Bilingual | null;
}

export interface MachineModelTable {
  programme_id: number;
  key: string;
  process: 'additive' | 'fdm-printing' | 'resin-printing' | 'powder-printing' | 'metal-printing' | 'clay-printing' | 'machining' | 'cnc-milling' | 'cnc-routing' | 'precision-milling' | 'turning' | 'drilling' | 'cutting' | 'laser-cutting' | 'laser-engraving' | 'vinyl-cutting' | 'waterjet-cutting' | 'plasma-cutting' | 'hot-wire-cutting' | 'sawing' | 'forming' | 'bending' | 'thermoforming' | 'moulding' | 'casting' | 'injection-moulding' | 'joining' | 'welding' | 'electronics' | 'circuit-making' | 'soldering' | 'component-placing' | 'textile-work' | 'sewing' | 'embroidery' | 'knitting' | 'weaving' | 'printing' | 'screen-printing' | 'large-format-printing' | 'uv-printing' | 'woodworking' | 'ceramics-making' | 'finishing' | 'painting' | 'sandblasting' | 'scanning';
  brand: string;
  model: string;
  width_mm: number | null;
  depth_mm: number | null;
  height_mm: number | null;
  materials: Generated<string[]>;
  source: string | null;
  note: Bilingual | null;
}

export interface MeasurementTable {
  programme_id: number;
  key: string;
  indicator: string;
  zone: string | null;
  value: number;
  measured_on: string;
  measured_precision: Generated<'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle'>;
  baseline: Generated<boolean>;
  source: string | null;
  note: Bilingual | null;
  chosen: Generated<boolean>;
}

export interface MilestoneDependencyTable {
  programme_id: number;
  key: string;
  milestone: string;
  depends_on: string;
  source: string | null;
  note: Bilingual | null;
}

export interface ObligationTable {
  programme_id: number;
  key: string;
  agreement: string;
  position: number;
  name: Bilingual;
  summary: Bilingual | null;
  owed_by: string | null;
  owed_to: string | null;
  milestone: string;
  due_on: string | null;
  due_precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle' | null;
  after_event: 'signing' | 'obligation' | null;
  after_obligation: string | null;
  after_months: number | null;
  after_days: number | null;
  source: string | null;
  note: Bilingual | null;
}

export interface PaymentTable {
  programme_id: number;
  key: string;
  award: string;
  kind: 'advance' | 'balance' | 'other';
  amount_eur: number;
  paid_on: string;
  act: string | null;
  source: string | null;
  note: Bilingual | null;
}

export interface PeripheryTargetTable {
  programme_id: number;
  key: string;
  measure: 'milestones' | 'floor-area' | 'money';
  share: number;
  source: string | null;
  note: Bilingual | null;
}

export interface PromiseTable {
  programme_id: number;
  key: string;
  milestone: string;
  number: number;
  due_on: string;
  due_precision: Generated<'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle'>;
  made_on: string;
  reason: Bilingual | null;
  source: string | null;
  note: Bilingual | null;
  reason_kind: 'procedure' | 'funding' | 'works' | 'partner' | 'scope' | 'other' | null;
}

export interface QualificationStepTable {
  programme_id: number;
  key: string;
  lab: string;
  number: number;
  act: 'applied' | 'asked' | 'answered' | 'refused' | 'qualified' | 'renewed' | 'suspended' | 'resumed' | 'ended';
  made_on: string;
  until_on: string | null;
  reason: Bilingual | null;
  source: string | null;
  note: Bilingual | null;
}

export interface RankingTable {
  programme_id: number;
  key: string;
  call: string;
  number: number;
  kind: 'provisional' | 'final' | 'next';
  published_on: string;
  act: string | null;
  input: Record<string, unknown>;
  entries: Record<string, unknown>;
  source: string | null;
  note: Bilingual | null;
  objections_until: Date | null;
}

export interface RenamedTable {
  renamed_id: Generated<number>;
  table_name: string;
  column_name: string;
  old_value: string | null;
  new_name: string;
  until_change: number;
}

export interface RevisionTable {
  programme_id: number;
  revision: number;
  raised_by: string;
}

export interface SettingTable {
  only_one: Generated<boolean>;
  timezone: string;
}

export interface SpaceFileTable {
  programme_id: number;
  key: string;
  space: string;
  kind: 'photo' | 'plan';
  position: number;
  alt: Bilingual;
  credit: string | null;
  file_hash: string;
  file_type: string;
  file_bytes: number;
  source: string | null;
  note: Bilingual | null;
}

export interface AccessAccountTable {
  account_id: Generated<number>;
  name: string;
  email: string | null;
  language: Generated<'it' | 'en'>;
  digest_weekday: Generated<number>;
  digest_hour: Generated<number>;
  digest_wanted: Generated<boolean>;
  feed_hash: Buffer | null;
  created_at: Generated<Date>;
}

export interface AccessAdmissionTable {
  application_id: number;
  programme_id: number;
  call: string;
  arrival: number;
  requested_cents: number;
  state: 'admitted' | 'waiting' | 'refused' | 'released';
  amount_cents: Generated<number>;
  why: string;
  decided_at: Generated<Date>;
  tax_code: string | null;
  vat_number: string | null;
}

export interface AccessApplicationTable {
  application_id: Generated<number>;
  programme_id: number;
  call: string;
  account_id: number | null;
  state: Generated<'draft' | 'submitted' | 'withdrawn'>;
  content: Record<string, unknown>;
  version: Generated<number>;
  made_at: Generated<Date>;
  saved_at: Generated<Date>;
  number: number | null;
  submitted_at: Date | null;
  submitted: Record<string, unknown> | null;
  sha256: string | null;
  idempotency_key: string | null;
  withdrawn_at: Date | null;
  excluded_on: string | null;
  excluded_reason: string | null;
}

export interface AccessApplicationFileTable {
  file_id: Generated<number>;
  application_id: number;
  name: string;
  file_hash: string;
  file_type: string;
  file_bytes: number;
  received_at: Generated<Date>;
}

export interface AccessApplicationRecordTable {
  record_id: Generated<number>;
  application_id: number;
  made_at: Generated<Date>;
  account_id: number | null;
  kind: 'replaced' | 'withdrawn' | 'excluded' | 'readmitted' | 'request' | 'answer' | 'objection' | 'decision' | 'bonus-refused' | 'released';
  words: string | null;
  until: Date | null;
  to_record: number | null;
  about: string | null;
  files: Generated<string[]>;
  accepted: boolean | null;
}

export interface AccessAttemptTable {
  hash: Buffer;
  browser_hash: Buffer;
  means: 'link' | 'provider' | 'passkey' | 'passkey-new';
  account_id: number | null;
  detail: Generated<Record<string, unknown>>;
  expires_at: Date;
  used_at: Date | null;
  asked_for: Buffer | null;
  asked_at: Generated<Date>;
  also: Generated<string>;
}

export interface AccessCallDraftTable {
  draft_id: Generated<number>;
  programme_id: number;
  document: Record<string, unknown>;
  version: Generated<number>;
  made_by: number | null;
  made_at: Generated<Date>;
  published_as: string | null;
  seed: string | null;
}

export interface AccessCallQuestionTable {
  question_id: Generated<number>;
  programme_id: number;
  call: string;
  account_id: number | null;
  asked_at: Generated<Date>;
  language: 'it' | 'en';
  words: string;
  answered_at: Date | null;
}

export interface AccessConflictTable {
  application_id: number;
  account_id: number;
  declared_at: Generated<Date>;
  reason: string;
}

export interface AccessConsensusTable {
  application_id: number;
  criterion: string;
  points: number;
  reason: string | null;
  agreed_at: Generated<Date>;
}

export interface AccessConsensusConfirmedTable {
  application_id: number;
  account_id: number;
  confirmed_at: Generated<Date>;
}

export interface AccessEvaluatorTable {
  programme_id: number;
  call: string;
  account_id: number;
  named_at: Generated<Date>;
}

export interface AccessFirmTable {
  programme_id: number;
  organisation: string;
  tax_code: string;
  vat_number: string;
}

export interface AccessFirstComeFundTable {
  programme_id: number;
  call: string;
  budget_cents: number;
  committed_cents: Generated<number>;
  arrivals: Generated<number>;
  waiting: Generated<number>;
}

export interface AccessIdentityTable {
  issuer: string;
  subject: string;
  account_id: number;
  added_at: Generated<Date>;
}

export interface AccessInvitationTable {
  invitation_id: Generated<number>;
  hash: Buffer;
  email: string | null;
  programme_id: number | null;
  role: string;
  areas: string[] | null;
  labs: string[] | null;
  organisation: string | null;
  office: string | null;
  name_is_public: Generated<boolean>;
  invited_by: number | null;
  invited_at: Generated<Date>;
  expires_at: Date;
  accepted_by: number | null;
  accepted_at: Date | null;
  revoked_at: Date | null;
}

export interface AccessLabContactTable {
  programme_id: number;
  lab: string;
  name: string | null;
  email: string | null;
  phone: string | null;
}

export interface AccessLabDocumentTable {
  document_id: Generated<number>;
  programme_id: number;
  lab: string;
  requirement: string;
  file_hash: string;
  file_name: string;
  file_type: string;
  file_bytes: number;
  added_at: Generated<Date>;
  added_by: number | null;
}

export interface AccessMailTable {
  mail_id: Generated<number>;
  once: string;
  recipient: string;
  subject: string;
  body: string;
  made_at: Generated<Date>;
  begun_at: Date | null;
  sent_at: Date | null;
  failure: string | null;
}

export interface AccessPasskeyTable {
  passkey_id: Generated<number>;
  credential: string;
  account_id: number;
  public_key: Buffer;
  counter: number;
  transports: string[];
  name: string;
  added_at: Generated<Date>;
  used_at: Date | null;
}

export interface AccessRateTable {
  bucket: string;
  hits: number;
  resets_at: Date;
}

export interface AccessReminderTable {
  account_id: number;
  once: string;
  mail_id: number;
}

export interface AccessRepliedTable {
  key_hash: Buffer;
  request_hash: Buffer;
  reply: Record<string, unknown> | null;
  replied_at: Generated<Date>;
}

export interface AccessRequestTable {
  request_id: Generated<number>;
  hash: Buffer;
  programme_id: number;
  kind: 'proposal' | 'claim' | 'need' | 'space';
  lab: string | null;
  content: Record<string, unknown>;
  name: string;
  email: string;
  language: Generated<'it' | 'en'>;
  made_at: Generated<Date>;
  confirmed_at: Date | null;
  taken_by: number | null;
  taken_at: Date | null;
  state: Generated<'open' | 'accepted' | 'refused' | 'ended'>;
  answer: string | null;
  answered_at: Date | null;
  answered_by: number | null;
  space: string | null;
}

export interface AccessRequestLabTable {
  request_id: number;
  programme_id: number;
  lab: string;
  asked_at: Generated<Date>;
  opened_at: Date | null;
  state: Generated<'asked' | 'offered' | 'declined'>;
  answer: string | null;
  answered_at: Date | null;
}

export interface AccessRoleTable {
  role_id: Generated<number>;
  account_id: number;
  programme_id: number | null;
  role: 'administrator' | 'official' | 'operator' | 'board' | 'evaluator' | 'applicant';
  areas: string[] | null;
  labs: string[] | null;
  organisation: string | null;
  office: string;
  name_is_public: Generated<boolean>;
  granted_at: Generated<Date>;
  granted_by: number | null;
  ended_at: Date | null;
  ended_by: number | null;
}

export interface AccessRoundTable {
  programme_id: number;
  call: string;
  closed_at: Generated<Date>;
  closed_by: number | null;
}

export interface AccessScoreTable {
  application_id: number;
  account_id: number;
  criterion: string;
  points: number;
  reason: string | null;
  scored_at: Generated<Date>;
  fixed: Generated<boolean>;
}

export interface AccessScoreBeforeTable {
  application_id: number;
  account_id: number | null;
  criterion: string;
  points: number;
  reason: string | null;
  given_at: Date;
  replaced_at: Generated<Date>;
}

export interface AccessSessionTable {
  session_id: Generated<number>;
  hash: Buffer;
  account_id: number;
  means: 'link' | 'invitation' | 'provider' | 'passkey';
  device: string;
  started_at: Generated<Date>;
  seen_at: Generated<Date>;
  ends_at: Date;
}

export interface AccessSpacePlaceTable {
  programme_id: number;
  space: string;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  seed: Generated<string>;
}

export interface Database {
  programme: ProgrammeTable;
  source: SourceTable;
  zone: ZoneTable;
  organisation: OrganisationTable;
  area: AreaTable;
  agreement: AgreementTable;
  agreement_party: AgreementPartyTable;
  fund: FundTable;
  cycle: CycleTable;
  initiative: InitiativeTable;
  milestone: MilestoneTable;
  call: CallTable;
  allocation: AllocationTable;
  space: SpaceTable;
  award: AwardTable;
  award_check: AwardCheckTable;
  call_amendment: CallAmendmentTable;
  call_answer: CallAnswerTable;
  call_beneficiary: CallBeneficiaryTable;
  call_bonus: CallBonusTable;
  call_budget: CallBudgetTable;
  call_criterion: CallCriterionTable;
  call_requirement: CallRequirementTable;
  change: ChangeTable;
  closing: ClosingTable;
  context_entry: ContextEntryTable;
  contribution: ContributionTable;
  cycle_review: CycleReviewTable;
  earmark: EarmarkTable;
  event: EventTable;
  event_session: EventSessionTable;
  evidence: EvidenceTable;
  forecast: ForecastTable;
  indicator: IndicatorTable;
  lab: LabTable;
  lab_photo: LabPhotoTable;
  lab_requirement: LabRequirementTable;
  lot: LotTable;
  machine: MachineTable;
  machine_model: MachineModelTable;
  measurement: MeasurementTable;
  milestone_dependency: MilestoneDependencyTable;
  obligation: ObligationTable;
  payment: PaymentTable;
  periphery_target: PeripheryTargetTable;
  promise: PromiseTable;
  qualification_step: QualificationStepTable;
  ranking: RankingTable;
  renamed: RenamedTable;
  revision: RevisionTable;
  setting: SettingTable;
  space_file: SpaceFileTable;
  'access.account': AccessAccountTable;
  'access.admission': AccessAdmissionTable;
  'access.application': AccessApplicationTable;
  'access.application_file': AccessApplicationFileTable;
  'access.application_record': AccessApplicationRecordTable;
  'access.attempt': AccessAttemptTable;
  'access.call_draft': AccessCallDraftTable;
  'access.call_question': AccessCallQuestionTable;
  'access.conflict': AccessConflictTable;
  'access.consensus': AccessConsensusTable;
  'access.consensus_confirmed': AccessConsensusConfirmedTable;
  'access.evaluator': AccessEvaluatorTable;
  'access.firm': AccessFirmTable;
  'access.first_come_fund': AccessFirstComeFundTable;
  'access.identity': AccessIdentityTable;
  'access.invitation': AccessInvitationTable;
  'access.lab_contact': AccessLabContactTable;
  'access.lab_document': AccessLabDocumentTable;
  'access.mail': AccessMailTable;
  'access.passkey': AccessPasskeyTable;
  'access.rate': AccessRateTable;
  'access.reminder': AccessReminderTable;
  'access.replied': AccessRepliedTable;
  'access.request': AccessRequestTable;
  'access.request_lab': AccessRequestLabTable;
  'access.role': AccessRoleTable;
  'access.round': AccessRoundTable;
  'access.score': AccessScoreTable;
  'access.score_before': AccessScoreBeforeTable;
  'access.session': AccessSessionTable;
  'access.space_place': AccessSpacePlaceTable;
}
