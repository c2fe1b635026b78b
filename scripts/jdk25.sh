# Sourced by mvnw and namesake: sets JAVA_HOME to a JDK of version 25 or newer, or explains how to get one.
# Looks at NAMESAKE_JAVA_HOME, JAVA_HOME, the java on the PATH and the places where JDKs are usually kept.

jdk_feature_version() {
  # The release file is read rather than java started: it takes no time and runs nothing.
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk25() {
  path_java=$(command -v java 2>/dev/null || true)
  path_home=
  if [ -n "$path_java" ]; then
    path_java=$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")
    path_home=$(dirname "$(dirname "$path_java")")
  fi
  for home in "${NAMESAKE_JAVA_HOME:-}" "${JAVA_HOME:-}" "$path_home" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/*; do
    [ -n "$home" ] || continue
    version=$(jdk_feature_version "$home") || continue
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      echo "$home"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk25); then
  cat >&2 <<'MESSAGE'
Namesake needs a JDK of version 25 or newer, and none was found.
Looked at NAMESAKE_JAVA_HOME, JAVA_HOME, the java on the PATH, /usr/lib/jvm, /opt, SDKMAN, mise and IntelliJ's folder.
Install one (for example Eclipse Temurin 25), or say where it is:  NAMESAKE_JAVA_HOME=/path/to/jdk-25 ./namesake demo
MESSAGE
  exit 69
fi
export JAVA_HOME
