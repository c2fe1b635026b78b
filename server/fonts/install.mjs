// Installs the pinned package that holds the font of printed exports, unless it is there already.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

const font = "node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";
const wanted = readFileSync("font.sha256", "utf8").trim();
const found = () => (existsSync(font) ? createHash("sha256").update(readFileSync(font)).digest("hex") : "nothing");

if (found() !== wanted) {
  console.log("Installing the npm package that holds the font of printed exports (95 MB unpacked) ...");
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.error || npm.status !== 0) {
    console.error(`npm ci failed${npm.error ? `: ${npm.error.message}. Install Node.js 20 or newer with its npm.` : ""}`);
    process.exit(69);
  }
  if (found() !== wanted) {
    console.error(`The font is another one than expected: SHA-256 ${found()}`);
    process.exit(65);
  }
}
