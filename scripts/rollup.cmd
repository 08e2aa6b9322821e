@echo off
rem Starts rollup on Windows; builds it first where it was not built yet.
rem Written after scripts/rollup and never run on Windows: tell us what fails.
setlocal
set "home=%~dp0.."
set "jar=%home%\target\rollup.jar"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"

rem Up to 8 they are called 1.8; one that says nothing that is known is given a try.
set "version="
set "major="
for /f "tokens=3" %%v in ('"%java%" -version 2^>^&1 ^| findstr /i /c:" version "') do set "version=%%~v"
for /f "tokens=1,2 delims=._-" %%a in ("%version%") do if "%%a"=="1" (set "major=%%b") else (set "major=%%a")
if not defined major goto known
if %major% LSS 17 (
  echo rollup: this Java is too old, %version%: install JDK 17 or later. 1>&2
  exit /b 127
)
:known

if not exist "%jar%" (
  echo rollup: building, this once ... 1>&2
  pushd "%home%"
  set "maven=mvn"
  where mvn >nul 2>nul || set "maven=%home%\scripts\mvnw.cmd"
  call :build 1>&2
  if errorlevel 1 (
    popd
    echo rollup: the build failed, see above. 1>&2
    exit /b 70
  )
  popd
)

"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData %ROLLUP_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%

:build
rem Of what it is built, for --version; nothing where there is no git.
set "commit="
for /f %%c in ('git -C "%home%" rev-parse --short HEAD 2^>nul') do set "commit=%%c"
call "%maven%" -q -B -Dcommit=%commit% -Dquick -Dmaven.test.skip package
exit /b %errorlevel%
