import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileIcon } from '../ui/icons';

interface Props {
  picture: Blob;
  alt: string;
  testId: string;
  /** Takes the focus: it has just replaced the camera, and with it the button that was pressed. */
  focused?: boolean;
}

/** A picture that the person gave, from memory. A file that the browser cannot show is shown as a file. */
export function Picture({ picture, alt, testId, focused = false }: Props) {
  const [broken, setBroken] = useState<Blob | null>(null);
  const figure = useRef<HTMLElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const { t } = useTranslation();
  useEffect(() => {
    // An address under which the page itself can show what exists only in its memory.
    const url = URL.createObjectURL(picture);
    if (image.current !== null) {
      image.current.src = url;
    }
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  useEffect(() => {
    if (focused) {
      figure.current?.focus({ preventScroll: true });
    }
  }, [focused]);
  return (
    <figure ref={figure} className="picture" tabIndex={-1} data-testid={testId} aria-label={alt}>
      {broken === picture ? (
        <p className="picture-file">
          <FileIcon />
          {t('picture.file')}
        </p>
      ) : (
        <img ref={image} alt={alt} onError={() => setBroken(picture)} />
      )}
    </figure>
  );
}
