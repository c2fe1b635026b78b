/** A camera that is on only while its page is open, and that says plainly why it is not. */
import { useCallback, useEffect, useRef, useState } from 'react';

export type CameraFailure = 'denied' | 'absent' | 'busy' | 'unavailable';

export type CameraState =
  | { phase: 'off' }
  | { phase: 'starting' }
  | { phase: 'live'; stream: MediaStream }
  | { phase: 'failed'; why: CameraFailure };

export interface Camera {
  state: CameraState;
  /** Its first picture is there. It is on for a moment before that, in which nothing can be taken. */
  shows: boolean;
  /** To be called when the first picture is there. */
  showing: () => void;
  start: () => void;
  stop: () => void;
}

/** @param facing the side of a phone whose camera is preferred; a computer has only one */
export function useCamera(facing: 'user' | 'environment'): Camera {
  const [state, setState] = useState<CameraState>({ phase: 'off' });
  const stream = useRef<MediaStream | null>(null);
  const asked = useRef(0);
  const [shown, setShown] = useState<MediaStream | null>(null);

  const release = useCallback(() => {
    asked.current++;
    stream.current?.getTracks().forEach((track) => track.stop());
    stream.current = null;
  }, []);

  const stop = useCallback(() => {
    release();
    setState({ phase: 'off' });
  }, [release]);

  const start = useCallback(() => {
    release();
    const ask = asked.current;
    setState({ phase: 'starting' });
    openCamera(facing).then(
      (opened) => {
        if (asked.current !== ask) {
          opened.getTracks().forEach((track) => track.stop());
          return;
        }
        stream.current = opened;
        // Unplugged, or taken away by the system.
        opened.getVideoTracks()[0]?.addEventListener('ended', () => {
          if (asked.current === ask) {
            release();
            setState({ phase: 'failed', why: 'unavailable' });
          }
        });
        setState({ phase: 'live', stream: opened });
      },
      (error: unknown) => {
        if (asked.current === ask) {
          setState({ phase: 'failed', why: failureOf(error) });
        }
      },
    );
  }, [facing, release]);

  useEffect(() => release, [release]);

  const showing = useCallback(() => setShown(stream.current), []);
  const shows = state.phase === 'live' && state.stream === shown;

  return { state, shows, showing, start, stop };
}

function openCamera(facing: 'user' | 'environment'): Promise<MediaStream> {
  // Absent where the page came over plain http from another machine, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) {
    return Promise.reject(new DOMException('no media devices', 'NotSupportedError'));
  }
  const side =
    facing === 'user' ? { width: { ideal: 1280 }, height: { ideal: 960 } } : { width: { ideal: 1920 } };
  return devices.getUserMedia({ audio: false, video: { facingMode: facing, ...side } });
}

/** The names are those of the Media Capture and Streams specification, section 10.2. */
export function failureOf(error: unknown): CameraFailure {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unavailable';
  }
}
