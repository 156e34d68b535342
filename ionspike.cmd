@echo off
rem Starts Ionspike, and builds it first where it is not built or its sources have changed.
rem The twin of the shell script "ionspike"; the variables it reads are explained there and in CONTRIBUTING.md.
setlocal EnableExtensions DisableDelayedExpansion

set "ROOT=%~dp0"
set "TARGET=%ROOT%benchmarks\target"
set "JAR=%TARGET%\ionspike.jar"
set "STAMP=%TARGET%\ionspike.built"
set "LOCK=%TARGET%\ionspike.lock"
set "LOG=%TARGET%\ionspike-build.log"

call :find_java
if errorlevel 1 exit /b 1
call :out_of_date
if not errorlevel 1 goto start
call :build
if errorlevel 1 exit /b 1

:start
if not defined IONSPIKE_HEAP set "IONSPIKE_HEAP=4g"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
set "FLAGS=-Xmx%IONSPIKE_HEAP% -XX:+UseParallelGC -Xlog:disable -Xlog:all=warning:stderr"
set "FLAGS=%FLAGS% -Djava.awt.headless=true -Dfile.encoding=UTF-8"
if %MAJOR% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 23 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
rem Folders and jars of the user come after ours. A backslash before the closing quotation mark would hide it.
set "CLASSES=%JAR%"
if not defined IONSPIKE_CLASSPATH goto run
set "CLASSES=%JAR%;%IONSPIKE_CLASSPATH:"=%"
if "%CLASSES:~-1%"=="\" set "CLASSES=%CLASSES:~0,-1%"
:run
"%JDK%\bin\java.exe" %FLAGS% %IONSPIKE_JAVA_OPTS% -cp "%CLASSES%" org.ionspike.benchmarks.cli.IonspikeCli %*
exit /b %ERRORLEVEL%

rem ---- Sets JDK and MAJOR: JAVA_HOME, else the java on the PATH. ----
:find_java
set "JDK="
set "MAJOR="
if not defined JAVA_HOME goto java_on_path
set "JDK=%JAVA_HOME:"=%"
if "%JDK:~-1%"=="\" set "JDK=%JDK:~0,-1%"
set "FROM=JAVA_HOME is set to %JDK%, which"
if not exist "%JDK%\bin\java.exe" goto no_java_there
goto read_version
:java_on_path
set "ON_PATH="
for %%J in (java.exe) do set "ON_PATH=%%~$PATH:J"
if not defined ON_PATH goto no_java
rem The java on the PATH may be a stand-in elsewhere; the JVM knows its own folder.
for /f "tokens=1,* delims==" %%A in ('java.exe -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do set "JDK=%%B"
if not defined JDK goto no_java
set "JDK=%JDK:~1%"
set "FROM=The java on the PATH is in %JDK% and"
:read_version
set "VERSION="
if exist "%JDK%\release" for /f "usebackq tokens=1,2 delims==" %%A in ("%JDK%\release") do if "%%A"=="JAVA_VERSION" set "VERSION=%%~B"
if defined VERSION goto split_version
pushd "%JDK%\bin"
for /f "tokens=3" %%V in ('.\java.exe -version 2^>^&1') do if not defined VERSION set "VERSION=%%~V"
popd
if not defined VERSION goto no_version
:split_version
for /f "tokens=1,2 delims=._-+" %%A in ("%VERSION%") do (
    set "MAJOR=%%A"
    if "%%A"=="1" set "MAJOR=%%B"
)
if %MAJOR% GEQ 17 exit /b 0
>&2 echo %FROM% is Java %VERSION%; Ionspike needs a JDK 17 or newer.
goto how_to_get_java
:no_java_there
>&2 echo %FROM% has no bin\java.exe; Ionspike needs a JDK 17 or newer.
goto how_to_get_java
:no_version
>&2 echo %FROM% does not tell its version; Ionspike needs a JDK 17 or newer.
goto how_to_get_java
:no_java
>&2 echo Ionspike needs a JDK 17 or newer: JAVA_HOME is not set and no java was found on the PATH.
:how_to_get_java
>&2 echo Install one, for example Eclipse Temurin of the Adoptium project, and set JAVA_HOME to its folder.
exit /b 1

rem ---- Ends with 1 if nothing is built yet or a source is newer than the last build. ----
:out_of_date
if not exist "%STAMP%" exit /b 1
if not exist "%JAR%" exit /b 1
if not exist "%TARGET%\lib\" exit /b 1
powershell -NoLogo -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; $all = @(Get-Item -LiteralPath ($env:ROOT + 'pom.xml')); if (Test-Path -LiteralPath ($env:ROOT + '.mvn')) { $all += Get-ChildItem -LiteralPath ($env:ROOT + '.mvn') -Recurse -Force }; foreach ($module in Get-ChildItem -LiteralPath $env:ROOT -Directory) { $pom = Join-Path $module.FullName 'pom.xml'; $main = Join-Path $module.FullName 'src\main'; if (Test-Path -LiteralPath $pom) { $all += Get-Item -LiteralPath $pom }; if (Test-Path -LiteralPath $main) { $all += Get-Item -LiteralPath $main; $all += Get-ChildItem -LiteralPath $main -Recurse -Force } }; foreach ($one in $all) { if ($one.LastWriteTimeUtc -gt $built) { exit 1 } }; exit 0"
if errorlevel 1 exit /b 1
exit /b 0

rem ---- Builds, one start at a time. ----
:build
if not exist "%JDK%\bin\javac.exe" goto no_javac
set "MAVEN="
for %%M in (mvn.cmd) do set "MAVEN=%%~$PATH:M"
if not defined MAVEN if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" set "MAVEN=%MAVEN_HOME%\bin\mvn.cmd"
if not defined MAVEN goto no_maven
if not exist "%TARGET%\" mkdir "%TARGET%"
if not exist "%TARGET%\" goto no_target
set /a WAITED=0
:take_lock
mkdir "%LOCK%" 2>nul
if not errorlevel 1 goto locked
if %WAITED%==0 >&2 echo Another start of Ionspike is building; waiting for it. If none is, remove %LOCK%
set /a WAITED+=1
if %WAITED% GEQ 600 exit /b 1
ping -n 2 127.0.0.1 >nul
goto take_lock
:locked
call :out_of_date
if not errorlevel 1 (
    rmdir /s /q "%LOCK%"
    exit /b 0
)
if exist "%TARGET%\lib\" (
    >&2 echo Building Ionspike ^(its sources have changed^)...
) else (
    >&2 echo Building Ionspike ^(first use, about a minute; later starts are instant^)...
)
rem The stamp carries the time of the start, so that a file saved during the build counts as newer.
if exist "%STAMP%" del /q "%STAMP%"
>"%LOCK%\started" echo Windows
setlocal
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call "%MAVEN%" -B -q -Pquick -DskipTests %IONSPIKE_MAVEN_OPTS% package >"%LOG%" 2>&1 <nul
set "STATUS=%ERRORLEVEL%"
popd
endlocal & set "STATUS=%STATUS%"
if "%STATUS%"=="0" if exist "%JAR%" (
    move /y "%LOCK%\started" "%STAMP%" >nul
    rmdir /s /q "%LOCK%"
    exit /b 0
)
rmdir /s /q "%LOCK%"
>&2 echo Ionspike could not be built: mvn ended with exit code %STATUS% ^(JDK %MAJOR% in %JDK%^). It says:
powershell -NoLogo -NoProfile -NonInteractive -Command "Get-Content -LiteralPath $env:LOG | Where-Object { $_.Trim() -ne '' -and $_ -notmatch 'Help 1|e-run Maven|For more information|After correcting|mvn <args>|ERROR. *$' } | Select-Object -Last 20" 1>&2
>&2 echo The whole log: %LOG%
exit /b 1

rem Labels and not blocks in brackets: a path may contain brackets.
:no_javac
>&2 echo Ionspike is not built yet or its sources have changed, and building it needs the compiler javac:
>&2 echo %FROM% is Java %VERSION% without it.
goto how_to_get_java
:no_maven
>&2 echo Ionspike is not built yet or its sources have changed, and building it needs Maven 3.8 or newer:
>&2 echo no mvn was found on the PATH. Install Apache Maven and put its bin folder on the PATH.
exit /b 1
:no_target
>&2 echo Cannot write to %TARGET%.
exit /b 1
