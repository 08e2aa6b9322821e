@echo off
rem Starts rollup on Windows: with the Java that came with it, where it was unpacked from a package;
rem else with the one that is installed, and builds it first where it was not built yet.
rem A folder dropped on it is merged into rollup-out beside it, and the report opens; so is the one
rem that is asked for when it is double-clicked.
rem Tried under Wine only: tell us what fails on Windows.
setlocal
chcp 65001 >nul
set "quick=-XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+UseSerialGC -Xms64m -Xmn32m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20"

set "home=%~dp0"
set "java=%home%runtime\bin\java.exe"
if exist "%java%" (
  set "lib=%home%lib"
  set "cache=-XX:AOTCache="%home%lib\rollup.aot" -Xlog:disable -Xlog:all=error:stderr"
  goto start
)

set "cache="
set "home=%~dp0.."
set "lib=%home%\target"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>nul
if errorlevel 1 (
  echo rollup: 找不到 Java，请下载自带 Java 的安装包，或安装 JDK 17 以上版本。 1>&2
  echo rollup: Java was not found: take the package that brings its own, or install JDK 17 or later. 1>&2
  if "%~1"=="" pause
  exit /b 127
)

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

if not exist "%lib%\rollup.jar" (
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

:start
set "folder="
if "%~1"=="" goto ask
if "%~2"=="" if /i "%~1"=="%~f1" if exist "%~1\" (
  set "folder=%~f1"
  goto folder
)
:run
"%java%" %quick% %cache% %ROLLUP_JAVA_OPTS% -cp "%lib%\rollup-classes.jar;%lib%\rollup.jar" dev.rollup.Main %*
exit /b %errorlevel%

:ask
rem From a prompt without arguments it says how it is used; a double click opens a prompt of its own.
echo "%cmdcmdline%" | findstr /i /c:" /c" >nul
if errorlevel 1 goto run
echo 请把装有报表的文件夹拖到这里，再按回车。 / Drop the folder with the returns here and press Enter.
set /p "folder="
if not defined folder exit /b 2
set "folder=%folder:"=%"

:folder
if "%folder:~-1%"=="\" set "folder=%folder:~0,-1%"
for %%d in ("%folder%") do set "out=%%~dpdrollup-out"
"%java%" %quick% %cache% %ROLLUP_JAVA_OPTS% -cp "%lib%\rollup-classes.jar;%lib%\rollup.jar" dev.rollup.Main merge "%folder%" --out "%out%"
set "status=%errorlevel%"
if exist "%out%\validation-report.html" start "" "%out%\validation-report.html"
pause
exit /b %status%

:build
rem Of what it is built, for --version; nothing where there is no git.
set "commit="
for /f %%c in ('git -C "%home%" rev-parse --short HEAD 2^>nul') do set "commit=%%c"
call "%maven%" -q -B -Dcommit=%commit% -Dquick -Dmaven.test.skip package
exit /b %errorlevel%
