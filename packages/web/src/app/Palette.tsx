import './palette.css';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useAnywherePalette } from '../capabilities/incidents/command-line/use-anywhere-palette.ts';
import { useKeyGroups, useKeys } from '../platform/keys/keys.ts';
import {
  findsAll,
  onPaletteOpen,
  openPalette,
  type PaletteItem,
  usePaletteSources,
} from '../platform/palette/sources.ts';
import { useSession } from '../platform/session.ts';
import { allWords, nameIn, useText } from '../platform/text.ts';
import { PaletteList } from './PaletteList.tsx';
import { pages } from './pages.tsx';
import { usePosts } from './posts.ts';
import { useRoom } from './room.ts';

/** Where a person types to find any incident, unit, page or action, or to give a command. */
export function Palette() {
  const { t } = useText();
  const [line, setLine] = useState<string | null>(null);
  const { room } = useRoom();
  useAnywherePalette(room?.unitId);
  useEffect(() => onPaletteOpen(setLine), []);
  useKeys(t('everywhere'), [
    { key: 'K', ctrl: true, label: t('palette'), everywhere: true, run: () => openPalette() },
    { key: '/', label: t('palette'), run: () => openPalette() },
  ]);
  return (
    <>
      <button type="button" className="palette-open" onClick={() => openPalette()}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span>{t('palette')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {line !== null && <PaletteDialog begin={line} close={() => setLine(null)} />}
    </>
  );
}

const pauseMilliseconds = 200;

function PaletteDialog({ begin, close }: { begin: string; close(): void }) {
  const { t } = useText();
  const [line, setLine] = useState(begin);
  const [at, setAt] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const items = useItems(line);
  const active = items[Math.min(at, items.length - 1)];
  useEffect(() => dialog.current?.showModal(), []);
  const write = (next: string) => {
    setLine(next);
    setAt(0);
    setRefused(null);
  };
  const choose = async (item: PaletteItem | undefined) => {
    if (!item || busy || item.problem) return;
    if (item.complete !== undefined) return write(item.complete);
    setBusy(true);
    const sentence = await item.run?.();
    setBusy(false);
    if (typeof sentence === 'string') setRefused(sentence);
    else dialog.current?.close();
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && items.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, items.length - 1) + step + items.length) % items.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(active?.problem ? items.find((one) => !one.problem && one.complete !== undefined) : active);
    }
  };
  return (
    <dialog className="palette" ref={dialog} onClose={close} aria-label={t('palette')}>
      <input
        role="combobox"
        aria-label={t('palette')}
        aria-expanded={items.length > 0}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={active ? `palette-${active.id}` : undefined}
        placeholder={t('paletteHint')}
        value={line}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        onChange={(event) => write(event.target.value)}
        onKeyDown={press}
      />
      <PaletteList items={items} active={active} choose={choose} />
      {refused && <p role="alert">{refused}</p>}
      {items.length === 0 && <p className="palette-none">{t('paletteNone')}</p>}
      <p className="palette-help">{t('paletteHelp')}</p>
    </dialog>
  );
}

/** What a line finds: at once from what the page holds, and after a pause from what must be asked for. */
function useItems(line: string): readonly PaletteItem[] {
  const sources = usePaletteSources();
  const own = useOwnItems();
  const [asked, setAsked] = useState<readonly PaletteItem[]>([]);
  useEffect(() => {
    let ended = false;
    setAsked([]);
    if (!line.trim()) return;
    const timer = setTimeout(async () => {
      const found = await Promise.all(sources.map(({ source }) => source.ask?.(line).catch(() => []) ?? []));
      if (!ended) setAsked(found.flat());
    }, pauseMilliseconds);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [line, sources]);
  const quick = sources.flatMap(({ source }) => source.find(line));
  const known = new Set(quick.map((item) => item.id));
  return [...quick, ...own(line), ...asked.filter((item) => !known.has(item.id))];
}

/** Pages, rooms and actions: what every page can do. */
function useOwnItems(): (line: string) => PaletteItem[] {
  const { t, language } = useText();
  const { session } = useSession();
  const navigate = useNavigate();
  const groups = useKeyGroups();
  const { named: posts, choose: choosePost } = usePosts();
  return useMemo(() => {
    // A page whose address needs an id is reached from another.
    const open = pages.filter((page) => !page.path.includes('/$') && session.actions.includes(page.permission));
    const rooms = session.units.filter((unit) => session.boardRoomIds.includes(unit.unitId));
    const actions = groups.flatMap((group) =>
      group.actions.filter(
        (action, index, all) => action.label && all.findIndex((one) => one.label === action.label) === index,
      ),
    );
    return (line) => {
      const found: PaletteItem[] = [
        ...open
          .filter((page) => findsAll(line, allWords[page.word]))
          .map((page) => ({
            id: `page:${page.to}`,
            group: t('pages'),
            title: t(page.word),
            run: () => navigate({ to: page.to }),
          })),
        ...rooms
          .filter(
            (room) =>
              rooms.length > 1 && line.trim() && findsAll(line, [room.code, room.nameAr, room.nameEn, room.nameFr]),
          )
          .slice(0, 6)
          .map((room) => ({
            id: `room:${room.unitId}`,
            group: t('room'),
            title: nameIn(language, room),
            detail: room.code,
            run: () => navigate({ to: '/', search: { room: String(room.unitId) } as never }),
          })),
        ...posts
          .filter((post) => posts.length > 1 && line.trim() && findsAll(line, [post.unit, post.role]))
          .map((post) => ({
            id: `post:${post.postId}`,
            group: t('actingPost'),
            title: `${post.unit} · ${post.role}`,
            run: () => choosePost(post.postId),
          })),
        ...actions
          .filter((action) => line.trim() && findsAll(line, [action.label ?? '']))
          .map((action) => ({
            id: `action:${action.label}`,
            group: t('paletteActions'),
            title: action.label ?? '',
            detail: action.ctrl ? `Ctrl ${action.key}` : action.key,
            // After the palette has closed: the action may move the focus, which a dialog gives back on closing.
            run: () => void setTimeout(() => action.run(new KeyboardEvent('keydown')), 0),
          })),
      ];
      return found;
    };
  }, [session, groups, t, language, navigate, posts, choosePost]);
}
