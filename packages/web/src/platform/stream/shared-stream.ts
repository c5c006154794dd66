// One stream per browser, shared by its tabs. The tab that holds the lock follows the server and tells the others over a
// channel; when it goes, the next takes the lock and follows on from the last place it heard of, so nothing is missed.
// Without locks (a page that is not secure) each tab follows for itself.
import { heard, lost } from '../offline/link.ts';
import { followStream, type StreamEvent, type StreamPlace } from './follow.ts';

/** What a screen is told. `live` comes first, and again after each break. */
export interface StreamListener {
  live(place: StreamPlace): void;
  event(event: StreamEvent): void;
  reload(): void;
}

type Message =
  | { tell: 'live' | 'beat'; place: StreamPlace }
  | { tell: 'event'; event: StreamEvent }
  | { tell: 'lost' | 'reload' | 'who' };

// The leader tells of every beat (fifteen seconds): a tab that hears nothing for longer takes over.
const silenceMilliseconds = 40_000;

class SharedStream {
  private readonly listeners = new Set<StreamListener>();
  private readonly channel: BroadcastChannel | null;
  private readonly name: string;
  private place: StreamPlace | null = null;
  private open = false;
  private endFollowing: (() => void) | null = null;
  private abort: AbortController | null = null;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(name: string) {
    this.name = name;
    this.channel = 'locks' in navigator && 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
    if (this.channel) this.channel.onmessage = ({ data }) => this.hear(data as Message);
  }

  subscribe(listener: StreamListener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    else if (this.open && this.place) listener.live(this.place);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  }

  private start(): void {
    if (!this.channel) {
      this.lead();
      return;
    }
    this.candidate(false);
    this.channel.postMessage({ tell: 'who' } satisfies Message);
    this.listen();
  }

  private stop(): void {
    clearTimeout(this.silence);
    this.endFollowing?.();
    this.endFollowing = null;
    this.abort?.abort();
    this.abort = null;
    this.open = false;
    this.place = null;
  }

  /** Waits for the lock, or takes it from a leader that has fallen silent. */
  private candidate(steal: boolean): void {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    const options = steal ? { steal } : { signal: abort.signal };
    navigator.locks
      .request(this.name, options, async () => {
        if (abort.signal.aborted) return;
        this.lead();
        await new Promise((resolve) => abort.signal.addEventListener('abort', resolve));
      })
      .catch(() => {
        // Taken from us, or given up: another tab follows now.
        if (abort.signal.aborted) return;
        this.endFollowing?.();
        this.endFollowing = null;
        this.candidate(false);
      });
  }

  private lead(): void {
    clearTimeout(this.silence);
    this.endFollowing?.();
    this.endFollowing = followStream(this.place, {
      live: (place) => this.tell({ tell: 'live', place }),
      beat: (place) => this.tell({ tell: 'beat', place }),
      event: (event) => this.tell({ tell: 'event', event }),
      lost: () => this.tell({ tell: 'lost' }),
      reload: () => this.tell({ tell: 'reload' }),
    });
  }

  private tell(message: Message): void {
    this.channel?.postMessage(message);
    this.take(message);
  }

  private hear(message: Message): void {
    if (message.tell !== 'who') {
      if (this.listeners.size === 0 || this.endFollowing) return;
      this.listen();
      this.take(message);
    } else if (this.endFollowing && this.open && this.place) {
      this.channel?.postMessage({ tell: 'live', place: this.place } satisfies Message);
    }
  }

  private listen(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.open = false;
      lost();
      this.candidate(true);
    }, silenceMilliseconds);
  }

  private take(message: Message): void {
    if (message.tell === 'live' || message.tell === 'beat') {
      heard();
      const first = message.tell === 'live' || !this.open;
      this.open = true;
      this.place = message.place;
      if (first) for (const listener of this.listeners) listener.live(message.place);
    } else if (message.tell === 'event') {
      heard();
      if (this.place) this.place = { ...this.place, position: Math.max(this.place.position, message.event.position) };
      for (const listener of this.listeners) listener.event(message.event);
    } else if (message.tell === 'lost') {
      this.open = false;
      lost();
    } else if (message.tell === 'reload') {
      this.open = false;
      this.place = null;
      for (const listener of this.listeners) listener.reload();
    }
  }
}

const streams = new Map<string, SharedStream>();

/** Listens to the events that a person may see. Returns how to stop. */
export function listenToStream(personId: string, listener: StreamListener): () => void {
  const name = `marsad-stream:${personId}`;
  const stream = streams.get(name) ?? new SharedStream(name);
  streams.set(name, stream);
  return stream.subscribe(listener);
}
