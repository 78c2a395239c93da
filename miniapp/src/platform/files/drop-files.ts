import type { ChosenFile } from './choose-files';

interface Drag {
  readonly dataTransfer?: { readonly files: ArrayLike<File> };
  preventDefault(): void;
}

/** What makes an element take files that are dragged onto it; nothing of it exists inside WeChat. */
export function dropTarget(onFiles: (files: readonly ChosenFile[]) => void): object {
  if (!IS_BROWSER) return {};
  return {
    onDragOver: (event: Drag) => {
      event.preventDefault();
    },
    onDrop: (event: Drag) => {
      event.preventDefault();
      const files = Array.from(event.dataTransfer?.files ?? []);
      onFiles(files.map((file) => ({ name: file.name, bytes: file.size, source: file })));
    },
  };
}
