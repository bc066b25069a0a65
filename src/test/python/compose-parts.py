"""Starts what docker/compose.yaml names, with neither engine nor network: each service in a mount namespace of its own, put together from its
Dockerfile's instructions and the compose file's lines, under the user, capabilities, limits and mounts written there. All share one network namespace
that reaches nothing but itself. Then it asks the services' own health checks, looks at what the kernel says of their processes, and takes the broker away.

Called by src/test/sh/compose-parts as root in new mount, network and process namespaces; arguments: repository, an empty folder, a prepared folder.
"""
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time

import yaml

repository, scratch, prepared = (os.path.abspath(a) for a in sys.argv[1:4])
docker = os.path.join(repository, "docker")
compose = yaml.safe_load(open(os.path.join(docker, "compose.yaml")))
failures = []


def run(*command, **more):
    return subprocess.run(command, check=True, **more)


def check(what, holds, seen=""):
    print("ok  " if holds else "FAIL", what if holds else what + "\n" + seen, flush=True)
    if not holds:
        failures.append(what)


def instructions(dockerfile, target):
    """The instructions of a stage, those of the stages it stands on first."""
    text = open(dockerfile).read().replace("\\\n", " ")
    stages, name = {}, None
    for line in text.splitlines():
        word, _, rest = line.strip().partition(" ")
        if not word or word.startswith("#"):
            continue
        if word == "FROM":
            image, _, name = rest.partition(" AS ")
            stages[name] = list(stages.get(image, []))
        else:
            stages[name].append((word, rest.strip()))
    return stages[target]


# --- within a service's mount namespace ---------------------------------------------------------------------------------------------------------

def image(service, built, arguments):
    """What the build would have put in the image, over this machine's own programs."""
    for folder in ("/opt", "/srv", "/var/lib", "/usr/local/bin", "/run", "/tmp", "/etc"):
        copy = os.path.join(scratch, service, "image", folder.strip("/").replace("/", "-"))
        os.makedirs(copy)
        if folder == "/etc":
            run("cp", "-a", "/etc/.", copy)
        run("mount", "--bind", copy, folder)
    result = {}
    for word, rest in built:
        if word == "RUN":
            steps = [s.strip() for s in re.split(r"&& ", rest)]
            ours = [s for s in steps if re.match(r"(groupadd|useradd|install -d|for )", s)]
            for step in ours:
                run("/bin/sh", "-ec", step, env={**os.environ, **arguments})
        elif word == "COPY":
            *sources, target = rest.replace("--from=build /src/", "").split()
            for source in sources:
                into = os.path.join(target, os.path.basename(source)) if target.endswith("/") else target
                os.makedirs(os.path.dirname(into), exist_ok=True)
                full = os.path.join(repository, source)
                shutil.copytree(full, into) if os.path.isdir(full) else shutil.copy(full, into)
        elif word == "ARG":
            name, _, value = rest.partition("=")
            arguments.setdefault(name, value.strip('"'))
        elif word in ("ENTRYPOINT", "CMD"):
            result[word] = shlex.split(rest.strip("[]").replace('",', '" '))
        else:
            result[word] = rest
    return result


def mounts(service):
    """Volumes, folders in memory, secrets and configs; then nothing else can be written."""
    writable = []
    for volume in service.get("volumes", []):
        folder = volume.split(":")[1]
        os.makedirs(folder, exist_ok=True)
        run("mount", "--bind", folder, folder)
        writable.append(folder)
    for line in service.get("tmpfs", []):
        folder, options = line.split(":", 1)
        os.makedirs(folder, exist_ok=True)
        run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder)
        writable.append(folder)
    for kind in ("secrets", "configs"):
        for use in service.get(kind, []):
            source = use if isinstance(use, str) else use["source"]
            target = use if isinstance(use, str) else use["target"]
            target = target if target.startswith("/") else "/run/secrets/" + target
            os.makedirs(os.path.dirname(target), exist_ok=True)
            open(target, "w").close()
            run("mount", "--bind", os.path.join(prepared, os.path.basename(compose[kind][source]["file"])), target)
    assert service["read_only"] is True
    for line in open("/proc/mounts").read().splitlines():
        point, kind = line.split()[1:3]
        if point not in writable and not re.match(r"/(proc|dev|sys)(/|$)", point):
            subprocess.run(["mount", "-o", "remount,bind,ro", point], stderr=subprocess.DEVNULL)


def confined(service, user, command):
    """The command line that gives up what compose takes."""
    assert service["cap_drop"] == ["ALL"] and "no-new-privileges:true" in service["security_opt"]
    kept = "".join(",+" + c.lower() for c in service.get("cap_add", []))
    line = ["setpriv", "--no-new-privs", "--bounding-set=-all" + kept, "--inh-caps=-all"]
    if user != "root":
        uid, gid = user.split(":")
        line += ["--reuid=" + uid, "--regid=" + gid, "--clear-groups"]
    return ["prlimit", "--core=%d" % service["ulimits"]["core"]] + line + command


def become(name):
    service = compose["services"][name]
    build = service["build"]
    dockerfile = os.path.join(docker, build["context"], build["dockerfile"])
    made = image(name, instructions(dockerfile, build.get("target", "")), dict(build.get("args", {})))
    mounts(service)
    java = os.path.dirname(shutil.which("java"))
    environment = {"PATH": java + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    environment.update({k: str(v) for k, v in service.get("environment", {}).items()})
    command = made["ENTRYPOINT"] + service.get("command", made.get("CMD", []))
    line = confined(service, made["USER"], command)
    os.chdir("/")
    os.execvpe(line[0], line, environment)


# --- around them --------------------------------------------------------------------------------------------------------------------------------

def start(name):
    log = open(os.path.join(scratch, name + ".log"), "w")
    return subprocess.Popen(
        ["unshare", "--mount", "--propagation", "private", sys.executable, __file__, *sys.argv[1:4], name],
        stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def start_database():
    """The image cannot be had: Debian's server, with the settings that compose hands the image."""
    service = compose["services"]["database"]
    setting = service["environment"]
    bin = sorted(os.path.join(d, "bin") for d in map(lambda v: "/usr/lib/postgresql/" + v, os.listdir("/usr/lib/postgresql")))[-1]
    folder = os.path.join(scratch, "database")
    os.makedirs(folder)
    password = shutil.copy(os.path.join(prepared, os.path.basename(setting["POSTGRES_PASSWORD_FILE"])), os.path.join(folder, "password"))
    run("chown", "-R", "postgres", folder)
    as_user = ["runuser", "-u", "postgres", "--"]
    options = shlex.split(setting["POSTGRES_INITDB_ARGS"])
    log = open(os.path.join(scratch, "database.log"), "w")
    run(*as_user, bin + "/initdb", "-D", folder + "/data", "-U", setting["POSTGRES_USER"], "--pwfile=" + password, *options, stdout=log, stderr=log)
    server = subprocess.Popen(
        [*as_user, bin + "/postgres", "-D", folder + "/data", "-k", folder, "-c", "listen_addresses=127.0.0.1"], stdout=log, stderr=log)
    wait("database", lambda: healthy("database", server))
    run(bin + "/createdb", "-h", "127.0.0.1", "-U", setting["POSTGRES_USER"], setting["POSTGRES_DB"],
        env={**os.environ, "PGPASSWORD": open(password).read().strip()})
    return server


def answer(name, process, *instead):
    """What the service's own health check says, run where it runs and with no more rights. Programs that become the next one keep their number."""
    command = compose["services"][name]["healthcheck"]["test"][1:]
    command = list(instead) or command
    if name == "database":
        return subprocess.run(command, capture_output=True, text=True, timeout=30)
    user = open("/proc/%d/status" % process.pid).read()
    uid = re.search(r"Uid:\s+(\d+)", user).group(1)
    variables = compose["services"][name].get("environment", {})
    return subprocess.run(
        ["nsenter", "--mount", "--target", str(process.pid), "setpriv", "--no-new-privs", "--reuid=" + uid, "--clear-groups", "--bounding-set=-all",
         "--inh-caps=-all", "env", *("%s=%s" % v for v in variables.items()), *command], capture_output=True, text=True, timeout=30)


def healthy(name, process):
    return answer(name, process).returncode == 0


def wait(what, holds, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.5)
    return False


def status(process):
    return dict(line.split(":\t", 1) for line in open("/proc/%d/status" % process.pid).read().splitlines() if ":\t" in line)


def looked_at(name, process):
    service = compose["services"][name]
    seen = status(process)
    limits = open("/proc/%d/limits" % process.pid).read()
    check(name + ": no new privileges", seen["NoNewPrivs"] == "1", seen["NoNewPrivs"])
    kept = bin(int(seen["CapBnd"], 16)).count("1")
    check(name + ": %d capabilities" % len(service.get("cap_add", [])), kept == len(service.get("cap_add", [])), seen["CapBnd"])
    check(name + ": no core dumps", re.search(r"Max core file size\s+0\s+0\s", limits) is not None)
    root = subprocess.run(["nsenter", "--mount", "--target", str(process.pid), "sh", "-c", "touch /x /opt/x /etc/x 2>&1"], capture_output=True, text=True)
    check(name + ": its root cannot be written", root.stdout.count("Read-only file system") == 3, root.stdout)
    if not service.get("cap_add"):
        check(name + ": is nobody with rights", seen["Uid"].split() == ["10001"] * 4 and int(seen["CapEff"], 16) == 0, seen["Uid"] + seen["CapEff"])


def play():
    run("ip", "link", "set", "lo", "up")
    hosts = os.path.join(scratch, "hosts")
    with open(hosts, "w") as out:
        out.write("127.0.0.1 localhost %s %s\n" % (" ".join(compose["services"]), socket.gethostname()))
    run("mount", "--bind", hosts, "/etc/hosts")
    running = {"database": start_database()}
    check("database: well", True)
    needed = [n for n in compose["services"]["hub"]["depends_on"] if n != "database"]
    for name in needed:
        running[name] = start(name)
    for name in needed:
        check(name + ": well", wait(name, lambda: healthy(name, running[name]), 60), open(os.path.join(scratch, name + ".log")).read())
        looked_at(name, running[name])
    hub = running["hub"] = start("hub")
    check("hub: lives", wait("live", lambda: answer("hub", hub, "/opt/utfall/health", "live").returncode == 0, 90))
    check("hub: ready", wait("ready", lambda: healthy("hub", hub), 90), answer("hub", hub).stdout + open(os.path.join(scratch, "hub.log")).read())
    print("    ", answer("hub", hub).stdout.strip())
    looked_at("hub", hub)
    for name in ("case-system", "scb", "ifau"):
        log = open(os.path.join(scratch, name + ".log")).read()
        check(name + ": let the hub in by its key", "Accepted publickey for utfall" in log, log)
    refused = subprocess.run(["sftp", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-P", "2202",
                              "utfall@127.0.0.1"], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    check("scb: nobody gets in without a key", "Permission denied (publickey)" in refused.stderr, refused.stderr)
    running["broker"].terminate()
    running["broker"].wait()
    down = wait("down", lambda: not healthy("hub", hub), 60)
    said = answer("hub", hub).stdout
    check("hub: not ready without the broker, and says so", down and '"broker":"DOWN"' in said and '"database":"UP"' in said, said)
    check("hub: lives without the broker", answer("hub", hub, "/opt/utfall/health", "live").returncode == 0)
    hub.terminate()
    check("hub: ends when told", hub.wait(60) == 143, str(hub.returncode))


if len(sys.argv) > 4:
    become(sys.argv[4])
play()
sys.exit(1 if failures else 0)
