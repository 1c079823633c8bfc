# Shared by demo, verify and bench: checks what the machine must offer and builds the testbed. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$1"
  exit 2
}

# Debian calls its packages so; anything else that puts these commands on the path is as good.
need_tools() {
  if ! command -v npm >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing npm from Debian's packages ..."
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends npm; } >/dev/null ||
      fail "npm could not be installed; install Node.js with npm by hand."
  fi
  command -v java >/dev/null || fail "There is no java: install JDK 17 (on Debian: apt-get install openjdk-17-jdk-headless)."
  command -v mvn >/dev/null || fail "There is no mvn: install Maven (on Debian: apt-get install maven)."
  command -v npm >/dev/null || fail "There is no npm: install Node.js with npm (on Debian: apt-get install npm)."
  local version
  version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ] || fail "Java 17 or newer is needed; this one is version ${version:-unknown}."
}

# What Jenkins itself opens on Java 17, for Groovy 2.4 and JBoss Marshalling.
add_opens() {
  local package
  for package in lang io util util.concurrent text net lang.reflect; do
    printf -- '--add-opens java.base/java.%s=ALL-UNNAMED ' "$package"
  done
}

# Maven's own lines are many; those that say where it is are enough. A failure shows everything.
maven() {
  local log
  log=$(mktemp)
  if mvn -B -ntp -f "$root/testbed/pom.xml" "$@" 2>&1 | tee "$log" | sed -u -n 's/^\[INFO\] Building \(.*\) \[\(.*\)\]$/  \2 \1/p' >&2; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    fail "The build failed; the reason stands above."
  fi
}

# Builds the testbed unless nothing changed since the last time. Leaves the class path of the scenarios in a file.
build_testbed() {
  classpath_file="$root/testbed/scenarios/target/classpath"
  stamp="$root/testbed/scenarios/target/built"
  if [ -f "$stamp" ] && [ -f "$classpath_file" ] &&
    [ -z "$(find "$root/src" "$root/testbed" -newer "$stamp" -type f \
      -not -path '*/target/*' -not -path '*/node_modules/*' -print -quit)" ]; then
    return
  fi
  say "Building the testbed (the first time fetches from Maven Central and npm and takes some minutes):"
  maven -pl scenarios -am -DskipTests package dependency:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
  touch "$stamp"
}

# The plugin's jar leaves out what a real Jenkins serves from beside it: the folder that it is packed from has that too.
with_pages() {
  sed "s#$root/testbed/plugin/target/itgc-deploy-gates.jar#$root/testbed/plugin/target/classes#" \
    "$root/testbed/scenarios/target/classpath"
}

run_main() {
  local main=$1
  shift
  # shellcheck disable=SC2046 # the options are words
  exec java $(add_opens) -Djava.awt.headless=true -Xmx2g \
    "-Djava.util.logging.config.file=$root/scripts/logging.properties" \
    -cp "$root/testbed/scenarios/target/classes:$(with_pages)" "$main" "$@"
}
