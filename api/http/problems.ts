// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../contract.ts';
import { jsonBounds } from './json.rules.ts';
import type { Bound, Refusal } from './refusals.rules.ts';
import { dayIn, elided, type ParameterFault } from './rules.ts';
import { ruleWords } from './words.ts';

export type Language = 'it' | 'en';
type Words = Record<Language, string>;

/** The single table from refusals to status and message. */
const table: Record<Refusal['code'], { status: number; title: Words }> = {
  'unknown-address': { status: 404, title: { it: 'Indirizzo sconosciuto', en: 'Unknown address' } },
  'unknown-host': { status: 421, title: { it: 'Nome del sito sconosciuto', en: 'Unknown host name' } },
  'unknown-programme': { status: 404, title: { it: 'Programma sconosciuto', en: 'Unknown programme' } },
  'unknown-item': { status: 404, title: { it: 'Voce sconosciuta', en: 'Unknown item' } },
  'nothing-known': { status: 404, title: { it: 'Nulla era noto in quel giorno', en: 'Nothing was known on that day' } },
  'sign-in-first': { status: 401, title: { it: 'Accedi per continuare', en: 'Sign in to continue' } },
  'not-yours': { status: 403, title: { it: 'Azione non consentita', en: 'Action not allowed' } },
  'foreign-origin': { status: 403, title: { it: 'Richiesta da un altro sito', en: 'Request from another site' } },
  'too-many': { status: 429, title: { it: 'Troppi tentativi', en: 'Too many attempts' } },
  'version-missing': { status: 428, title: { it: 'Manca la versione letta', en: 'The version read is missing' } },
  'changed-meanwhile': { status: 412, title: { it: 'Modificato nel frattempo', en: 'Changed meanwhile' } },
  'too-large': { status: 413, title: { it: 'Contenuto troppo grande', en: 'Content too large' } },
  'beyond-bound': { status: 413, title: { it: 'File troppo grande', en: 'File too large' } },
  unreadable: { status: 415, title: { it: 'File non leggibile', en: 'File not readable' } },
  'wrong-type': { status: 415, title: { it: 'Tipo di file non ammesso', en: 'File type not allowed' } },
  'not-json': { status: 415, title: { it: 'Contenuto non in JSON', en: 'Content not in JSON' } },
  'against-rule': { status: 409, title: { it: 'Operazione non consentita', en: 'Operation not allowed' } },
  'method-not-allowed': { status: 405, title: { it: 'Metodo non ammesso', en: 'Method not allowed' } },
  'invalid-parameter': { status: 400, title: { it: 'Parametro non valido', en: 'Invalid parameter' } },
  'key-reused': { status: 422, title: { it: 'Chiave già usata', en: 'Key already used' } },
  'database-full': { status: 507, title: { it: 'Spazio esaurito', en: 'No space left' } },
  'database-unreachable': { status: 503, title: { it: 'Banca dati non raggiungibile', en: 'Database unreachable' } },
  unexpected: { status: 500, title: { it: 'Errore imprevisto', en: 'Unexpected error' } },
};

export const statusOf: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(table).map(([code, { status }]) => [code, status]),
);

const faults: Record<ParameterFault, Words> = {
  'malformed-date': { it: 'non è una data nel formato AAAA-MM-GG', en: 'is not a date in the format YYYY-MM-DD' },
  'date-in-future': { it: 'è una data futura', en: 'is in the future' },
  'unknown-parameter': { it: 'non è un parametro di questo indirizzo', en: 'is not a parameter of this address' },
  'unknown-value': { it: 'non è uno dei valori ammessi', en: 'is not one of the allowed values' },
  'out-of-range': { it: 'è fuori dai limiti', en: 'is out of range' },
  'beyond-years': { it: 'non cade tra il 1900 e il 2200', en: 'is not between 1900 and 2200' },
  'not-text': { it: 'contiene caratteri non ammessi', en: 'contains characters that are not allowed' },
  missing: { it: 'manca', en: 'is missing' },
  'unknown-column': { it: 'non è una colonna di questa tabella', en: 'is not a column of this table' },
  'missing-column': { it: 'manca fra le colonne', en: 'is missing from the columns' },
  'column-twice': { it: 'è una colonna ripetuta', en: 'is a column that appears twice' },
  'too-deep': {
    it: `ha più di ${jsonBounds.depth} livelli: riducili`,
    en: `has more than ${jsonBounds.depth} levels: use fewer`,
  },
  'too-many-values': {
    it: `ha più di ${jsonBounds.values.toLocaleString('it')} valori: invialo in più parti`,
    en: `has more than ${jsonBounds.values.toLocaleString('en')} values: send it in parts`,
  },
  'name-too-long': {
    it: `ha un nome di campo più lungo di ${jsonBounds.nameBytes} byte`,
    en: `has a field name longer than ${jsonBounds.nameBytes} bytes`,
  },
  malformed: { it: 'non ha il formato richiesto', en: 'does not have the required format' },
};

/** What a file has too much of, after the figure, and what to do about it. */
const bounds: Record<Bound, Words> = {
  rows: { it: 'righe: dividilo in più file', en: 'rows: split it into several files' },
  columns: { it: 'colonne: togli quelle che non servono', en: 'columns: remove those not needed' },
  inflatedMegabytes: {
    it: 'MB una volta aperto: dividilo in più file',
    en: 'MB once opened: split it into several files',
  },
  recordCharacters: {
    it: 'caratteri in una riga: controlla le virgolette',
    en: 'characters in a row: check the quotes',
  },
  seconds: { it: 'secondi di lettura: dividilo in più file', en: 'seconds to read: split it into several files' },
  megabytes: { it: 'MB di memoria: dividilo in più file', en: 'MB of memory: split it into several files' },
  megapixels: { it: 'milioni di pixel: riduci l’immagine', en: 'million pixels: make the picture smaller' },
};

type Why = Extract<Refusal, { code: 'unreadable' }>['why'];
const unreadable: Record<Why, Words> = {
  encoding: {
    it: 'La codifica del testo non si riconosce: in Excel salva come «CSV UTF-8», oppure come cartella di lavoro (.xlsx).',
    en: 'The encoding of the text is not recognised: in Excel save as “CSV UTF-8”, or as a workbook (.xlsx).',
  },
  quotes: {
    it: 'Le virgolette non si chiudono: in un testo fra virgolette, raddoppia quelle interne, o salva come «CSV UTF-8».',
    en: 'The quotes do not close: double those within a quoted text, or save as “CSV UTF-8”.',
  },
  'not-a-table': {
    it: 'Il file non è una tabella CSV o Excel (.xlsx) con una riga di intestazione.',
    en: 'The file is no CSV or Excel (.xlsx) table with a heading row.',
  },
  heic: {
    it: 'È una foto HEIC, che molti browser non mostrano: inviala come JPEG (sull’iPhone: Impostazioni, Fotocamera, Formati, «Più compatibile»).',
    en: 'This is a HEIC photo, which many browsers do not show: send it as JPEG (on an iPhone: Settings, Camera, Formats, “Most Compatible”).',
  },
  'not-okw': {
    it: 'Si legge Open Know-Where come elenco di strutture, ciascuna con «facility», «address», «geocoding» ed «equipment».',
    en: 'Open Know-Where is read as a list of facilities, each with “facility”, “address”, “geocoding” and “equipment”.',
  },
  'not-fablabs': {
    it: 'Di fablabs.io si legge l’elenco dei laboratori in JSON: una lista, o un oggetto con «labs».',
    en: 'Of fablabs.io the list of labs in JSON is read: a list, or an object with “labs”.',
  },
};

const rowWords: Words = { it: 'Riga', en: 'Row' };

const sizeOf = (bytes: number) => (bytes < 1e6 ? `${Math.floor(bytes / 1e3)} kB` : `${Math.floor(bytes / 1e6)} MB`);

/** Message and next step of refusals without their own detail. */
const next: Partial<Record<Refusal['code'], Words>> = {
  'unknown-host': {
    it: 'Questo servizio non risponde a questo nome: usa l’indirizzo pubblico (per chi lo gestisce: OFFICINA_URL).',
    en: 'This service does not answer to this name: use its public address (for whoever runs it: OFFICINA_URL).',
  },
  'sign-in-first': { it: 'Accedi per continuare.', en: 'Sign in to continue.' },
  'not-yours': {
    it: 'Il tuo ruolo non consente questa azione: chiedi il ruolo all’amministrazione del programma.',
    en: 'Your role does not allow this action: ask the programme’s administration for the role.',
  },
  'changed-meanwhile': {
    it: 'La voce è stata modificata da altri nel frattempo: ricarica la pagina e ripeti la modifica.',
    en: 'The item was changed by others meanwhile: reload the page and repeat the change.',
  },
  'wrong-type': {
    it: 'Questo tipo di file non è ammesso: usane uno fra quelli indicati.',
    en: 'This type of file is not allowed: use one of those listed.',
  },
  'not-json': {
    it: 'Invia il contenuto in JSON (UTF-8), con Content-Type: application/json.',
    en: 'Send the content in JSON (UTF-8), with Content-Type: application/json.',
  },
  'key-reused': {
    it: 'La chiave Idempotency-Key è già stata usata per un’altra richiesta: usane una nuova.',
    en: 'The Idempotency-Key was already used for another request: use a new one.',
  },
  'database-full': {
    it: 'Lo spazio di archiviazione è esaurito, nulla è stato salvato: avvisa chi gestisce il servizio.',
    en: 'The storage is full and nothing was saved: inform whoever runs the service.',
  },
  'database-unreachable': {
    it: 'La banca dati non è raggiungibile: riprova tra poco.',
    en: 'The database cannot be reached: try again shortly.',
  },
  unexpected: {
    it: 'Si è verificato un errore imprevisto: riprova; se continua, scrivi all’ufficio.',
    en: 'An unexpected error occurred: try again; if it continues, write to the office.',
  },
};

function retryIn(minutes: number, language: Language): string {
  if (language === 'it') return `Riprova tra ${minutes} ${minutes === 1 ? 'minuto' : 'minuti'}.`;
  return `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}

function detailOf(refusal: Refusal, language: Language): string {
  const it = language === 'it';
  switch (refusal.code) {
    case 'unknown-programme':
      return it
        ? `Il programma «${refusal.programme}» non esiste: torna all’elenco.`
        : `The programme “${refusal.programme}” does not exist: go back to the list.`;
    case 'unknown-item':
      return it
        ? `La voce «${refusal.item}» non esiste in questo programma a questa data: controlla l’indirizzo o cambia giorno.`
        : `The item “${refusal.item}” does not exist in this programme on this day: check the address or change the day.`;
    case 'nothing-known':
      if (!refusal.firstDay) return it ? 'Nessun giorno è noto.' : 'No day is known.';
      return it
        ? elided(`Il primo giorno noto è il ${dayIn('it', refusal.firstDay)}: scegli quello o uno successivo.`)
        : `The first day known is ${dayIn('en', refusal.firstDay)}: choose that day or a later one.`;
    case 'too-many':
      return retryIn(Math.ceil(refusal.retryAfterSeconds / 60), language);
    case 'too-large':
      return it
        ? `Il contenuto supera ${sizeOf(refusal.mostBytes)}: riducilo.`
        : `The content exceeds ${sizeOf(refusal.mostBytes)}: make it smaller.`;
    case 'wrong-type':
      if (!refusal.allowed) return next['wrong-type']?.[language] ?? '';
      return `${it ? 'Questo tipo di file non è ammesso. Si accettano:' : 'This type of file is not allowed. Accepted are:'} ${refusal.allowed.join(', ')}.`;
    case 'beyond-bound':
      return `${it ? 'Il file supera' : 'The file exceeds'} ${refusal.most.toLocaleString(language)} ${bounds[refusal.bound][language]}.`;
    case 'unreadable':
      return `${refusal.row ? `${rowWords[language]} ${refusal.row}. ` : ''}${unreadable[refusal.why][language]}`;
    case 'against-rule':
      return ruleWords[refusal.rule][language];
    case 'invalid-parameter':
      return refusal.errors.map(({ name, reason }) => `${name} ${faults[reason][language]}`).join('; ');
    default:
      return next[refusal.code]?.[language] ?? '';
  }
}

/** What a rule forbids to read is 403: a GET is in conflict with nothing. */
const statusFor = (refusal: Refusal, method: string): number =>
  refusal.code === 'against-rule' && ['GET', 'HEAD'].includes(method) ? 403 : table[refusal.code].status;

export function problemOf(refusal: Refusal, language: Language, method = 'POST'): Problem {
  const { title } = table[refusal.code];
  const status = statusFor(refusal, method);
  const errors = refusal.code === 'invalid-parameter' ? refusal.errors : [];
  const broken = refusal.code === 'against-rule' && refusal.name ? refusal : null;
  return {
    type: `urn:officina:problem:${refusal.code}`,
    title: title[language],
    status,
    detail: detailOf(refusal, language),
    rule: refusal.code === 'against-rule' ? refusal.rule : refusal.code,
    errors: broken
      ? [{ name: broken.name ?? '', reason: ruleWords[broken.rule][language] }]
      : errors.map(({ name, reason }) => ({ name, reason: faults[reason][language] })),
    ...(refusal.code === 'changed-meanwhile' ? { current: refusal.current } : {}),
  };
}

/** Italian unless Accept-Language prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = (acceptLanguage ?? '').split(',').find((part) => /^\s*(it|en)\b/i.test(part));
  return first && /^\s*en/i.test(first) ? 'en' : 'it';
}
