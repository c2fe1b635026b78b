// Installs the locked packages, started in the portal's folder.
import '../../scripts/npm-install.mjs';
