import { useTranslation } from 'react-i18next';
import { pictureFromFile } from '../camera/picture';
import { FileIcon } from '../ui/icons';

interface Props {
  testId: string;
  /** Other words than the usual ones. */
  label?: string;
  onPicture: (picture: Blob) => void;
}

/** Gives a picture from a file. It is there whether or not there is a camera. */
export function FileButton({ testId, label, onPicture }: Props) {
  const { t } = useTranslation();
  return (
    <label className="button button-plain file-button">
      <input
        type="file"
        accept="image/*"
        data-testid={testId}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file !== undefined) {
            void pictureFromFile(file).then(onPicture);
          }
          // The same file may be chosen again after another one.
          input.value = '';
        }}
      />
      <FileIcon />
      {label ?? t('picture.choose')}
    </label>
  );
}
