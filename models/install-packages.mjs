// Installs the pinned packages with `npm ci`, unless node_modules already holds exactly what the lock file says.
// npm keeps its own record of what it installed in node_modules/.package-lock.json; npm ci always starts from nothing and
// would cost every build five seconds. What the packages' files hold is checked afterwards, by SHA-256, by model-builder.
import { spawnSync } from "node:child_process";
import { readFileSync, existsSync } from "node:fs";

const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
delete wanted[""];

const record = "node_modules/.package-lock.json";
const installed = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")).packages : {};
const integrity = (packages) =>
  JSON.stringify(Object.entries(packages).map(([path, entry]) => [path, entry.integrity]).sort());
const present = Object.keys(wanted).every((path) => existsSync(`${path}/package.json`));

if (!present || integrity(installed) !== integrity(wanted)) {
  console.log("Installing the npm packages that hold the networks (80 MB unpacked) ...");
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { stdio: "inherit" });
  if (npm.error) {
    console.error(`npm could not be started: ${npm.error.message}. Install Node.js 20 or newer with its npm.`);
    process.exit(69);
  }
  process.exit(npm.status ?? 1);
}
